//! The fonts that travel in the binary: Noto Sans, under the SIL Open Font License (`OFL.txt`).

/// Regular, bold, italic and bold italic.
pub const FACES: [&[u8]; 4] = [
    include_bytes!("NotoSans-Regular.ttf"),
    include_bytes!("NotoSans-Bold.ttf"),
    include_bytes!("NotoSans-Italic.ttf"),
    include_bytes!("NotoSans-BoldItalic.ttf"),
];
