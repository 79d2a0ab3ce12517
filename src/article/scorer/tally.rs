//! Sums by hash.

/// Sums of three figures under numbers that are hashes already, or differ by more than their last bit. Open addressing: the standard map brings more code
/// to the wasm than all that is summed up here.
pub(super) struct Tally {
    slots: Vec<(u32, [f32; 3])>,
}

impl Tally {
    /// With room for so many numbers.
    pub(super) fn with_room(count: usize) -> Self {
        Self { slots: vec![(0, [0.0; 3]); (count * 2 + 2).next_power_of_two()] }
    }

    pub(super) fn add(&mut self, number: u32, figures: [f32; 3]) {
        let slot = self.slot(number);
        let (known, sums) = &mut self.slots[slot];
        *known = number | 1;
        for (sum, figure) in sums.iter_mut().zip(figures) {
            *sum += figure;
        }
    }

    /// The sums under the number, zeros if there are none.
    pub(super) fn get(&self, number: u32) -> [f32; 3] {
        self.slots[self.slot(number)].1
    }

    /// The place of the number, or where it would be put: odd numbers stand in the table, 0 is free.
    fn slot(&self, number: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (number >> 1) as usize & last;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != number | 1 {
            slot = (slot + 1) & last;
        }
        slot
    }
}
