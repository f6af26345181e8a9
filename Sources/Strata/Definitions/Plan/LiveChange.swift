internal import LibvirtXML
internal import Quantities

/// A change that strata can make to a running guest.
enum LiveChange: Hashable, Sendable {
    /// The memory that the guest has at the moment, in KiB.
    case memory(UInt64)
    /// More virtual processors.
    case processors(Int)
    /// A device that comes or goes, or one that is changed; by its path.
    case device(ChangePath)

    /// What the change comes to; `nil` where it has to wait for the next boot.
    init?(_ change: Change) {
        guard change.effect == .now, let path = ChangePath(change.path) else { return nil }
        switch (path.names, path.attribute) {
        case ("currentMemory", nil):
            guard let amount = change.after.flatMap({ ByteCount($0) }) else { return nil }
            self = .memory(amount.kibibytes)
        case ("vcpu", "current"):
            // Taking processors away does not work reliably: QEMU has been seen to die of it.
            guard let before = change.before.flatMap({ Int($0) }), let after = change.after.flatMap({ Int($0) }),
                after > before
            else { return nil }
            self = .processors(after)
        default:
            // What a disk may transfer is no part of its device: an update passes over it without a word.
            guard path.steps.count >= 3, path.steps[1].name == "devices", !path.names.contains("iotune") else {
                return nil
            }
            self = .device(ChangePath(steps: Array(path.steps.prefix(3))))
        }
    }
}
