use socialaftale::package::{Kind, Limits, Package};

#[test]
fn the_same_parts_give_the_same_bytes_whatever_their_order() {
    let parts = ["word/b.xml", "[Content_Types].xml", "word/a.xml", "_rels/.rels"];
    let write = |names: &mut dyn Iterator<Item = &&str>| {
        let mut package = Package::new();
        names.for_each(|name| package.set_part(*name, name.as_bytes().to_vec()));
        package.write()
    };
    assert_eq!(write(&mut parts.iter()), write(&mut parts.iter().rev()));
}

#[test]
fn what_is_written_is_read_again() {
    let mut package = Package::new();
    package.set_part("word/document.xml", "æøå".as_bytes().to_vec());
    package.set_part("tom.xml", Vec::new());
    let read = Package::read(&package.write(), "a.docx", &Limits::DOCUMENT);
    assert_eq!(read, Ok(package));
}

#[test]
fn one_part_can_be_read_alone_within_the_limits() {
    let mut package = Package::new();
    package.set_part("om.json", "{}".as_bytes().to_vec());
    package.set_part("stor.bin", vec![0; 200]);
    let bytes = package.write();
    let small = Limits { entry_bytes: 100, ..Limits::EDITION };
    let part = |name: &str| Package::read_part(&bytes, "a.zip", name, &small);
    assert_eq!(part("om.json"), Ok(Some(b"{}".to_vec())));
    assert_eq!(part("andet.json"), Ok(None));
    assert_eq!(part("stor.bin").expect_err("too big").code, "fil-for-stor");
}

#[test]
fn a_packed_package_gives_the_same_bytes_as_one_that_is_not() {
    let mut package = Package::new();
    package.set_part("word/document.xml", "<a/>".repeat(1000).into_bytes());
    package.set_part("word/media/a.png", (0..=255).collect::<Vec<u8>>());
    let mut packed = package.clone();
    packed.pack();
    assert_eq!(packed.write(), package.write());
    for one in [&mut package, &mut packed] {
        one.set_part("word/document.xml", b"<b/>".to_vec());
        one.set_part("word/new.xml", b"<c/>".to_vec());
    }
    assert_eq!(packed.write(), package.write());
}

#[test]
fn content_types_and_relations_stand_first_in_the_container() {
    let mut package = Package::new();
    for name in ["a.xml", "_rels/.rels", "[Content_Types].xml"] {
        package.set_part(name, Vec::new());
    }
    let bytes = package.write();
    let at = |name: &str| {
        bytes.windows(name.len()).position(|part| part == name.as_bytes()).expect("the name")
    };
    assert!(at("[Content_Types].xml") < at("_rels/.rels"));
    assert!(at("_rels/.rels") < at("a.xml"));
}

#[test]
fn a_file_is_known_by_its_first_bytes() {
    let cases: [(&[u8], Kind); 6] = [
        (b"PK\x03\x04rest", Kind::Zip),
        (b"PK\x05\x06", Kind::Zip),
        (b"  \n", Kind::Empty),
        (b"<HTML>", Kind::Html),
        (b"\xef\xbb\xbf<?xml", Kind::Xml),
        (b"ord", Kind::Other),
    ];
    for (bytes, kind) in cases {
        assert_eq!(Kind::of(bytes), kind);
    }
}
