import Planning

extension Desk {
    /// The desk as those see it for whom a request comes: what is kept from them is not there.
    func screened(for readers: [PersonID]) -> Desk {
        guard !readers.isEmpty else { return self }
        let screen = Screen(for: readers, planner.schedule, at: now)
        return Desk(
            screen.planner(planner, at: now), ledger.map { ScreenedLedger($0, screen) }, at: now, language: language,
            caller: caller, service: service)
    }
}
