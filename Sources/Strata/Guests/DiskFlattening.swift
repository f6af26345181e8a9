public import Libvirt
internal import LibvirtXML

/// Makes the chain of images behind a disk short, while the guest runs.
///
/// What the images between the disk's own and the lowest one hold is copied into its own, which then stands on the
/// lowest one alone. No other image is written to, so that guests and snapshots that share them keep what they have; and
/// the disk's own path stays, so that every definition is as right as before. Killed at any time, QEMU goes on with it
/// by itself; doing it once more waits for that.
public struct DiskFlattening: Sendable {
    /// What came of it.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The disk's target, such as `vda`.
        public var disk: String
        /// How many images it was read from before.
        public var before: Int
        /// How many it is read from now: 2, or 1 for a disk without a chain.
        public var after: Int
        /// Images that this disk reads no more; they are still there.
        public var unread: [String]
    }

    /// The disk's target, such as `vda`.
    public var target: String

    /// The flattening of the disk with that target.
    public init(_ target: String) { self.target = target }

    /// Copies, and returns when that is done.
    ///
    /// The guest must run, and goes on. Cancelling ends the copying; the chain is as before then.
    ///
    /// - Parameters:
    ///   - guest: The guest.
    ///   - progress: Is told a few times a second how far it is.
    /// - Returns: The chain before and after; the same where it was short already.
    /// - Throws: ``InvalidValue`` for a disk that the guest does not have; ``Failure``, kind `wrongState` when it does not
    ///   run or does something else with the disk.
    public func perform(on guest: Domain, progress: @escaping @Sendable (BlockJobInfo) -> Void = { _ in }) async throws
        -> Outcome
    {
        guard try await guest.isActive else {
            throw Failure(
                .wrongState, "guest '\(guest.name)'", "its images can be merged only while it runs",
                hint: "strata start \(guest.name)")
        }
        let before = try await chain(of: guest)
        if let job = try await guest.blockJob(on: target) {
            // One that an earlier strata began: killed, or on another terminal.
            guard try await job.info().map({ $0.type == .pull }) ?? true else {
                throw Failure(
                    .wrongState, "guest '\(guest.name)'", "another block job runs on disk \(target)",
                    hint: "virsh blockjob \(guest.name) \(target) shows it")
            }
            try await finish(job, progress)
        }
        let now = try await chain(of: guest)
        if now.count > 2, let lowest = now.last {
            let job = try await guest.pullDisk(target, downTo: lowest.reference)
            CrashPoint.pass()
            try await finish(job, progress)
        }
        let after = try await chain(of: guest)
        let paths = Set(after.map(\.path))
        return Outcome(
            disk: target, before: before.count, after: after.count,
            unread: before.map(\.path).filter { !paths.contains($0) })
    }

    private func finish(_ job: BlockJob, _ progress: @escaping @Sendable (BlockJobInfo) -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while let info = try await job.info() {
                    progress(info)
                    try await Task.sleep(for: .milliseconds(200))
                }
            }
            defer { group.cancelAll() }
            try await job.wait()
        }
    }

    /// The images that the disk is read from, its own first.
    private func chain(of guest: Domain) async throws -> [ChainedImage] {
        let definition = try DomainDocument(xml: try await guest.xml())
        guard let disk = definition.node.all("devices/disk").first(where: { $0.value("target/@dev") == target }) else {
            throw InvalidValue("flatten-disk", target, "there is no such disk")
        }
        return [ChainedImage(path: disk.imagePath, reference: target)]
            + disk.backingChain.map { image in
                ChainedImage(
                    path: image.imagePath, reference: image.attribute("index").map { "\(target)[\($0)]" } ?? "")
            }
    }
}

/// One of the images of a disk.
private struct ChainedImage {
    let path: String
    /// How block jobs name it.
    let reference: String
}

extension XMLNode {
    fileprivate var imagePath: String { imageSource ?? "an image without a path" }
}
