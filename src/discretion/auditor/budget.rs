/// How much work a search may still do.
pub(super) struct Budget(u32);

/// The work ran out before there was an answer.
pub(super) struct Spent;

impl Budget {
    pub fn new(steps: u32) -> Self {
        Self(steps)
    }

    pub fn spend(&mut self) -> Result<(), Spent> {
        self.0 = self.0.checked_sub(1).ok_or(Spent)?;
        Ok(())
    }
}
