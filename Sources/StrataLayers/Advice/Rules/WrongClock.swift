internal import LibvirtXML

extension AdviceRule {
    /// Windows takes the machine's clock for local time.
    static let wrongClock = AdviceRule("wrong-clock") { guest, _ in
        guard guest.isWindows, ["utc", nil].contains(guest.kept["clock/@offset"]) else { return [] }
        return [
            Suggestion(
                "wrong-clock", "its clock stands at UTC, which Windows takes for local time",
                evidence: ["the system is \(guest.kept.operatingSystemID ?? "Windows")", "<clock offset='utc'>"],
                gain: "the time is right from the start", risk: "none, unless the guest was told of it already",
                changes: [.set(field: "clock", value: "localtime")])
        ]
    }
}
