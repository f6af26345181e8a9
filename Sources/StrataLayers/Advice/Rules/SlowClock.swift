internal import LibvirtXML

extension AdviceRule {
    /// A guest under KVM that leaves its code to read the time, for lack of the clock made for its system.
    static let slowClock = AdviceRule("slow-clock") { guest, _ in
        guard guest.isAccelerated, ["x86_64", "i686"].contains(guest.kept["os/type/@arch"] ?? "x86_64") else {
            return []
        }
        let clock = guest.isWindows ? "hypervclock" : "kvmclock"
        let presence = guest.kept.node.all("clock/timer").first { $0.attribute("name") == clock }?.attribute("present")
        // Guests have Linux's unless it is switched off, and Windows's only where it is switched on.
        guard guest.isWindows ? presence != "yes" : presence == "no" else { return [] }
        let exits = guest.usage?.cpu?.exits.map { "its code was left \(CompactNumber.tenths($0)) times a second" }
        return [
            Suggestion(
                "slow-clock", "its system reads the time from an emulated clock",
                evidence: [
                    presence.map { "<timer name='\(clock)' present='\($0)'>" } ?? "no <timer name='\(clock)'>", exits,
                ].compactMap(\.self),
                gain: "programs that look at the time often do so without leaving the guest's code",
                risk: "none known; somebody may have switched it off for a reason",
                changes: [.timer(name: clock, isPresent: true)])
        ]
    }
}
