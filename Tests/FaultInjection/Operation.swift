internal import Foundation
internal import Libvirt

/// Something that takes several calls of libvirt, each of which may fail.
struct Operation: Sendable {
    let name: String
    /// What it works on; nothing fails here.
    var prepare: @Sendable (World) async throws -> Void = { _ in }
    /// The calls whose failure it survives.
    var survives: Set<String> = []
    /// The call with which it fails when nothing is made to fail, because the driver lacks it.
    var endsWith: String?
    /// Makes the calls; whatever it got must be let go when it returns.
    let body: @Sendable (World) async throws -> Void

    /// What an operation works on: a connection of its own, to a host of its own where the driver makes that possible.
    struct World: Sendable {
        let host: Connection
        let uri: String
        /// For files, gone afterwards.
        let folder: URL

        func path(_ name: String) -> String { folder.appending(path: name).path }
    }
}
