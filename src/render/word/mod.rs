pub mod marks;
pub mod template;
pub mod xml;
