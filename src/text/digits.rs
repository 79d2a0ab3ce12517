//! Numbers in digits. The standard library's formatting, with its widths and signs, weighs 1 kB in wasm.

/// The number in decimal digits.
pub(crate) fn digits(mut number: u32) -> String {
    let mut digits = String::new();
    loop {
        digits.insert(0, char::from(b'0' + (number % 10) as u8));
        number /= 10;
        if number == 0 {
            return digits;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn as_they_are_written() {
        assert_eq!([0, 7, 10, u32::MAX].map(digits), ["0", "7", "10", "4294967295"]);
    }
}
