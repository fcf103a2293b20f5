//! The fonts that travel in the binary: Noto Sans and some signs of Noto Sans Math, under the SIL Open Font License (`OFL.txt`).

/// Regular, bold, italic, bold italic, and the signs that Noto Sans lacks (minus, arrows).
pub const FACES: [&[u8]; 5] = [
    include_bytes!("NotoSans-Regular.ttf"),
    include_bytes!("NotoSans-Bold.ttf"),
    include_bytes!("NotoSans-Italic.ttf"),
    include_bytes!("NotoSans-BoldItalic.ttf"),
    include_bytes!("NotoSansMath-Regular.ttf"),
];
