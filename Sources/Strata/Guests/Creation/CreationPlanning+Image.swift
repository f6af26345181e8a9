internal import FoundationEssentials
internal import LibvirtXML
internal import Quantities

extension CreationPlanning {
    /// The image that the spec names, fetched where that is wanted.
    mutating func findImage(_ reference: String) async throws {
        guard mode != .remote else {
            throw Failure(
                .unsupported, "--image \(reference)", "the image is here, and the guest would be on another host",
                hint: "run strata on that host")
        }
        // What can be refused is refused before anything is fetched.
        _ = try await volumeFolder()
        do {
            image = try await read(reference)
        } catch var failure as Failure {
            failure.hint = failure.hint ?? "name a file, a URL, or one of strata image list --catalogue"
            throw failure
        }
    }

    private func read(_ reference: String) async throws -> StoredImage {
        if let fetching {
            return try await ImageStore().obtain(reference, progress: fetching)
        } else if let present = try ImageStore().present(reference) {
            return present
        } else {
            throw Failure(
                .missingFile, "--image \(reference)", "it is not on this host yet, and a dry run fetches nothing",
                hint: "strata image pull \(reference)")
        }
    }

    /// An overlay of the image, and what the image is told at its first boot.
    mutating func addImage(_ image: StoredImage, _ adapters: [AdapterDescription]) async throws {
        if let size = spec.diskSize, size < image.virtualSize {
            throw Failure(
                .wrongValue, "--disk-size '\(size)'", "the image is of \(image.virtualSize), and is not cut",
                hint: "say \(image.virtualSize) or more, or leave --disk-size out")
        }
        var overlay = try await volumeFolder().volume(nextVolumeName, "qcow2", spec.diskSize ?? image.virtualSize)
        overlay.backing = (image.path.realPath, image.format)
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
