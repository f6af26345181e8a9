internal import FoundationEssentials
internal import Libvirt
internal import LibvirtXML

extension Observation {
    /// Reads the console: its kept log where there is one, for the console itself has one reader only.
    func watchConsole(_ document: DomainDocument, isFresh: Bool) async {
        if let log = KeptConsoleLog(of: document), log.isReadable || isFresh {
            // A log that is kept over boots says nothing of this one, unless it is this one's beginning.
            for await bytes in log.follow(fromStart: !log.holdsEarlierBoots) { take(console: bytes) }
        }
        // Ended by itself, the log is where this process may not look.
        guard !Task.isCancelled, let console = try? await guest.openConsole() else { return }
        while let bytes = try? await console.next() { take(console: bytes) }
        await console.close()
    }

    /// Looks for addresses and knocks at them.
    ///
    /// Nobody tells of a lease or of an open port by an event, so this one looks, twice a second.
    func watchAddresses(_ document: DomainDocument) async {
        let finder = GuestAddressFinder(guest: guest, document: document, isHostLocal: await host.isLocal)
        while !Task.isCancelled {
            await watchFirmware(document)
            for address in await finder.find(asksAgent: isAgentThere) {
                if address.sources.contains(.agent), let interface = address.interface {
                    prove(.network, "its agent says that \(interface) has \(address.address)")
                }
                guard address.isReachable else { continue }
                switch await PortProbe.knock(address.address, 22) {
                case .greeting(let words) where words.hasPrefix("SSH-"):
                    prove(.ssh, "\(address.address) greets with \(words)")
                case .silence: continue
                default: prove(.network, "\(address.address) answers")
                }
            }
            try? await Task.sleep(for: .milliseconds(500))
        }
    }

    /// A disk that has been read has been read by the firmware, if by nobody else.
    private func watchFirmware(_ document: DomainDocument) async {
        guard lastProof?.stage == .poweredOn, document.os.kernel == nil else { return }
        for target in document.disks.compactMap(\.target) {
            guard let read = try? await guest.diskStatistics(target).bytesRead, read > .zero else { continue }
            return prove(.firmware, "it has read from disk \(target)")
        }
    }

    /// Asks the agent whenever libvirt says that it can be reached, and once in the beginning; then for cloud-init.
    func watchAgent(_ events: EventSubscription<DomainEvent<ReadWrite, DomainAgentLifecycle>>?) async {
        let agent = GuestAgent(guest, patience: .seconds(5))
        while (try? await agent.ping()) == nil {
            guard let event = try? await events?.next(), !Task.isCancelled else { return }
            guard event.change.state == .connected else { continue }
        }
        noteAgent()
        while !Task.isCancelled {
            if let result = await CloudInitResult(of: agent) { return prove(.cloudInit, result.words) }
            // cloud-init tells nobody outside of the guest when it is through.
            try? await Task.sleep(for: .seconds(1))
        }
    }
}
