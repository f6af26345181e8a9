/// Places, from the outermost element on, where it does not matter which plain value stands there.
final class FreePlaces: Sendable {
    /// What may stand in the element as its text, and in its attributes.
    let text: PlainValue?
    let attributes: [String: PlainValue]
    private let elements: [String: FreePlaces]

    private init(_ places: [(steps: ArraySlice<Substring>, value: PlainValue)]) {
        text = places.first { $0.steps.isEmpty }?.value
        let attributes = places.filter { $0.steps.first?.first == "@" }
        self.attributes = Dictionary(attributes.map { ($0.steps.joined().dropFirst().description, $0.value) }) { $1 }
        let deeper = places.filter { !$0.steps.isEmpty && $0.steps.first?.first != "@" }
        elements = Dictionary(grouping: deeper) { String($0.steps.first ?? "") }
            .mapValues { FreePlaces($0.map { ($0.steps.dropFirst(), $0.value) }) }
    }

    convenience init(_ places: [String: PlainValue]) {
        self.init(places.map { ($0.key.split(separator: "/")[...], $0.value) })
    }

    func inner(_ name: String) -> FreePlaces? { elements[name] }

    /// Whether there is any place below.
    var hasElements: Bool { !elements.isEmpty }

    /// Where it matters neither to libvirt's schemas which plain value stands there, nor, in the definition of a guest, to
    /// a comparison, which asks only whether it is the other side's.
    static let all = FreePlaces(table)

    static let table: [String: PlainValue] = [
        "domain/name": .name, "domain/uuid": .uuid, "domain/os/kernel": .path, "domain/os/initrd": .path,
        "domain/os/nvram": .path, "domain/devices/disk/source/@file": .path, "domain/devices/disk/source/@dev": .path,
        "domain/devices/interface/mac/@address": .mac, "domain/devices/serial/log/@file": .path,
        "domain/devices/console/log/@file": .path,
        "network/name": .name, "network/uuid": .uuid, "network/mac/@address": .mac,
        "pool/name": .name, "pool/uuid": .uuid, "pool/target/path": .path,
        "volume/key": .path, "volume/target/path": .path,
    ]
}
