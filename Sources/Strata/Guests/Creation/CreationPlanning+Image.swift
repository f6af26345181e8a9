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
        guard !reference.isEmpty else {
            throw Failure(
                .wrongValue, "--image", "the name is empty",
                hint: "name a file, a URL, or one of strata image list --catalogue")
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
        try await settleFirstBoot(adapters)
        let content = try await Seed(
            spec.firstBoot, guest: spec.name, instance: uuid.uuidString.lowercased(),
            addresses: adapters.compactMap(\.mac))
        let medium = try await volumeFolder().volume(spec.name + "-seed.iso", "raw", .zero)
        try await refuseTakenVolume(medium)
        seed = (content, medium)
        drives.append(GuestBlueprint.Drive(path: medium.path, format: "raw", device: .cdrom))
    }

    /// Decides what was left open about the first boot.
    private mutating func settleFirstBoot(_ adapters: [AdapterDescription]) async throws {
        if let file = spec.file, !spec.firstBoot.keepsMedium {
            spec.firstBoot.keepsMedium = true
            notes.append("the medium of the first boot stays in its drive, for \(file) names it")
        }
        guard spec.firstBoot.agent == .auto, system?.imagesLackAgent == true else { return }
        for adapter in adapters where try await leadsOut(adapter) {
            spec.firstBoot.agent = .yes
            notes.append("the image gets qemu-guest-agent from its distribution; --agent no leaves it out")
            return
        }
    }

    /// Whether somebody outside of the host can be reached by an adapter.
    private func leadsOut(_ adapter: AdapterDescription) async throws -> Bool {
        guard adapter.type == .network, let name = adapter.source else { return true }
        // The usual one that is not there yet does.
        guard let network = try? await connection.network(named: name) else { return true }
        return try XMLDocument(xml: try await network.xml()).root.first("forward") != nil
    }
}

extension OSProfile {
    /// Whether its makers publish images without QEMU's agent.
    fileprivate var imagesLackAgent: Bool { ["debian", "ubuntu"].contains { shortID.hasPrefix($0) } }
}
