internal import FoundationEssentials
internal import LibvirtXML
internal import Quantities

extension CreationPlanning {
    /// An overlay of an image, and what the image is told at its first boot.
    mutating func findImage(_ reference: String, _ adapters: [AdapterDescription]) async throws {
        guard mode != .remote else {
            throw Failure(
                .unsupported, "--image \(reference)", "the image is here, and the guest would be on another host",
                hint: "run strata on that host")
        }
        try checkFile(reference, "--image")
        let image = try await ImageFacts.read(reference)
        if let size = spec.diskSize, size < image.virtualSize {
            throw Failure(
                .wrongValue, "--disk-size '\(size)'", "the image is of \(image.virtualSize), and is not cut",
                hint: "say \(image.virtualSize) or more, or leave --disk-size out")
        }
        var overlay = try await volumeFolder().volume(nextVolumeName, "qcow2", spec.diskSize ?? image.virtualSize)
        overlay.backing = (image.path, image.format)
        try await add(overlay)
        let content = try await Seed(
            spec.firstBoot, guest: spec.name, instance: uuid.uuidString.lowercased(),
            addresses: adapters.compactMap(\.mac))
        let medium = try await volumeFolder().volume(spec.name + "-seed.iso", "raw", .zero)
        try await refuseTakenVolume(medium)
        seed = (content, medium)
        drives.append(GuestBlueprint.Drive(path: medium.path, format: "raw", device: .cdrom))
    }
}

/// What an image says of itself.
struct ImageFacts: Decodable {
    var path = ""
    var format: String
    var virtualSize: ByteCount

    private enum CodingKeys: String, CodingKey {
        case format
        case virtualSize = "virtual-size"
    }

    static func read(_ path: String) async throws -> ImageFacts {
        let text = try await ExternalTool(name: "qemu-img", package: "qemu-utils").run(
            ["info", "--output=json", "--", path.realPath])
        var facts = try JSONDecoder().decode(ImageFacts.self, from: Data(text.utf8))
        facts.path = path.realPath
        return facts
    }
}
