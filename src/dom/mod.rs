//! The live page: the only place that names the browser's types. [`read`] fills the model, in the
//! slices that [`reading`] hands to JavaScript; [`draw`] writes the view. None keeps anything beyond a
//! reading: what an element remembers and listens to lives in JavaScript, so that it outlasts this
//! instance of the wasm.

pub(crate) mod draw;
pub(crate) mod places;
pub(crate) mod read;
mod reading;
pub(crate) mod shown;
