//! The live page: the only place that names the browser's types. [`read`] fills the model,
//! in the parts that [`reading`] has, [`draw`]
//! writes the view. Neither keeps anything: what an element remembers and listens to lives in
//! JavaScript, so that it outlasts this instance of the wasm.

pub(crate) mod draw;
pub(crate) mod places;
pub(crate) mod read;
mod reading;
pub(crate) mod shown;
