internal import LibvirtXML

extension AdviceRule {
    /// Windows takes the machine's clock for local time.
    static let wrongClock = AdviceRule("wrong-clock") { guest, host in
        guard guest.isWindows, ["utc", nil].contains(guest.kept["clock/@offset"]) else { return [] }
        return [
            Suggestion(
                "wrong-clock", "its clock stands at UTC, which Windows takes for local time",
                evidence: [
                    "the system is \(guest.kept.operatingSystemID ?? "Windows")",
                    "<clock offset='utc'>, and here local time is \(host.localTimeWords)",
                ],
                gain: "the time is right from the start", risk: "none, unless the guest was told of it already",
                changes: [.set(field: "clock", value: "localtime")])
        ]
    }
}

extension AdvisedHost {
    /// `5.5 hours ahead of UTC`.
    fileprivate var localTimeWords: String {
        let hours = Double(localTime.components.seconds) / 3600
        return "\(CompactNumber.tenths(abs(hours))) hours \(hours < 0 ? "behind" : "ahead of") UTC"
    }
}
