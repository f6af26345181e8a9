internal import LibvirtXML

/// Changes to a running guest, as steps.
struct LiveEdit {
    let guest: String
    let live: XMLDocument
    let file: XMLDocument
    let changes: [Change]

    var steps: [HostChange] {
        get throws {
            var devices: [ChangePath] = []
            var steps: [HostChange] = []
            for change in changes {
                switch LiveChange(change) {
                case .memory(let amount):
                    let before = live.root.value("currentMemory").flatMap { UInt64($0) }
                    steps.append(.memory(guest: guest, before: before, after: amount))
                case .processors(let count):
                    steps.append(.processors(guest: guest, before: change.before.flatMap { Int($0) }, after: count))
                case .device(let path):
                    if ChangePath(change.path) == path {
                        steps.append(try presence(change))
                    } else if !devices.contains(path) {
                        devices.append(path)
                    }
                case nil: break
                }
            }
            return try steps + devices.map(update)
        }
    }

    private func presence(_ change: Change) throws -> HostChange {
        if change.kind == .added, let device = change.after {
            // Of an adapter, the file knows the address by now.
            let path = ChangePath(change.path), isAdapter = path?.names == "devices/interface"
            let adapter = isAdapter ? path.flatMap(file.element(at:)) : nil
            // Not one that another adapter has until the next boot.
            let isFree = adapter?.address.map { !staying.contains($0) } ?? false
            return .attach(guest: guest, device: isFree ? adapter?.xml ?? device : device)
        }
        guard let path = ChangePath(change.path), let device = live.element(at: path) else { throw lost(change.path) }
        return .detach(guest: guest, device: device.xml)
    }

    /// The addresses of the adapters that the guest has now and afterwards.
    private var staying: Set<String> {
        let leaving = changes.filter { $0.kind == .removed }.compactMap { ChangePath($0.path) }
        return Set(live.addresses).subtracting(leaving.compactMap { live.element(at: $0)?.address })
    }

    private func update(_ path: ChangePath) throws -> HostChange {
        let own = changes.filter { ChangePath($0.path)?.steps.starts(with: path.steps) == true }
        guard let before = live.element(at: path), let edited = live.applying(own, from: file) else {
            throw lost(own.first?.path ?? "")
        }
        return .update(guest: guest, before: before.xml, after: edited.node(before.id).xml)
    }

    private func lost(_ path: String) -> Failure {
        Failure(
            .failed, "guest '\(guest)'", "\(path) cannot be changed while it runs",
            hint: "leave --live out: it takes effect at the next boot")
    }
}
