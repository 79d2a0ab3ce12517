//! What mailings, advertisements and networks hang on an address to follow its readers.

/// Names of parameters; those that end in `*` stand for all that begin so. From the vendors'
/// documentation of their click identifiers and campaign parameters.
const PARAMETERS: &str = "utm_* mtm_* pk_* piwik_* matomo_* hsa_* at_* wt_* oly_* mc_* trk_* gad_* __hs* _hs* fb_* \
    fbclid gclid gclsrc gbraid wbraid dclid srsltid msclkid yclid ysclid twclid ttclid li_fat_id igsh igshid epik rdt_cid \
    mkt_tok xtor cmpid cmpl s_kwcid vero_id vero_conv wickedid _ga _gl _openstat";

/// The address without such parameters.
pub(crate) fn without_tracking(address: &str) -> String {
    let (rest, fragment) = address.find('#').map_or((address, ""), |start| address.split_at(start));
    let Some((path, query)) = rest.split_once('?') else { return address.to_owned() };
    let mut whole = path.to_owned();
    let mut separator = '?';
    for parameter in query.split('&').filter(|parameter| !follows_readers(parameter)) {
        whole.push(separator);
        whole.push_str(parameter);
        separator = '&';
    }
    whole.push_str(fragment);
    whole
}

fn follows_readers(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or("");
    PARAMETERS.split(' ').any(|known| match known.strip_suffix('*') {
        Some(start) => name.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start)),
        None => name.eq_ignore_ascii_case(known),
    })
}

#[cfg(test)]
mod tests {
    use super::without_tracking;

    #[test]
    fn drops_what_follows_readers_and_nothing_else() {
        for (address, expected) in [
            ("https://a.example/", "https://a.example/"),
            ("https://a.example/?id=7&utm_source=x&UTM_medium=y&fbclid=1#absatz", "https://a.example/?id=7#absatz"),
            ("https://a.example/?utm_source=x", "https://a.example/"),
            ("https://a.example/?gclid=1&q=utm_source=x", "https://a.example/?q=utm_source=x"),
            ("https://a.example/?utm=1&attic=2&mcdonald=3", "https://a.example/?utm=1&attic=2&mcdonald=3"),
            ("https://a.example/?a&b=%26&", "https://a.example/?a&b=%26&"),
            ("https://a.example/#?utm_source=x", "https://a.example/#?utm_source=x"),
        ] {
            assert_eq!(without_tracking(address), expected);
        }
    }
}
