internal import Libvirt
internal import LibvirtXML

extension Failure {
    /// The failure that an error of the libraries below means to the user.
    ///
    /// - Parameter error: A ``Failure`` stays as it is.
    public init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as LibvirtError: self.init(error)
        case let error as XMLError: self.init(error)
        case let error as InvalidValue: self.init(.wrongValue, "--\(error.field) '\(error.value)'", error.why)
        case is CancellationError: self.init(.interrupted, "strata", "interrupted")
        default: self.init(.failed, "strata", "\(error)")
        }
    }

    private init(_ error: LibvirtError) {
        self.init(
            Kind(error), error.subject ?? "libvirt",
            Self.plain(error.message) + (error.call.map { " (\($0))" } ?? ""), hint: error.hint)
    }

    /// libvirt's message without the words for its code, where these say nothing that the rest does not.
    private static func plain(_ message: String) -> String {
        var rest = message[...]
        for empty in ["Requested operation is not valid: ", "operation failed: "] where rest.hasPrefix(empty) {
            rest = rest.dropFirst(empty.count)
        }
        // Which domain it is, is said before.
        return rest.hasPrefix("domain is ") ? "it" + rest.dropFirst("domain".count) : String(rest)
    }

    private init(_ error: XMLError) {
        let place = [error.file ?? "definition", error.line.map(String.init), error.column.map(String.init)]
        let kind: Kind =
            switch error.code {
            case .noSuchFile: .missingFile
            case .unreadable, .unwritable: .noPermission
            case .schemaNotFound, .schemaUnusable: .unsupported
            default: .badDefinition
            }
        self.init(kind, place.compactMap(\.self).joined(separator: ":"), error.message, hint: error.hint)
    }
}

extension Failure.Kind {
    /// libvirt uses few codes for many situations; where its code does not tell, a piece of its message does.
    fileprivate init(_ error: LibvirtError) {
        func says(_ words: String...) -> Bool { words.contains { error.message.contains($0) } }
        self =
            switch error.code {
            case .noDomain: .noSuchGuest
            case .operationFailed where says("already exists", "is already defined", "already active"): .nameTaken
            case .operationInvalid where says("already exists"): .nameTaken
            case .operationInvalid where says("no such screen"): .wrongValue
            case .domainExists, .storageVolumeExists: .nameTaken
            case _ where says("Permission denied", "permission denied", "system bus connection"): .noPermission
            case .authFailed, .authUnavailable, .accessDenied, .operationDenied: .noPermission
            case .systemError where says("Failed to connect socket", "unable to connect to server", "Cannot recv data"):
                .unreachable
            case .noConnection, .rpc: .unreachable
            case .internalError where says("client socket is closed", "Failed to acquire pid file"): .unreachable
            case .systemError where says("No such file or directory"): .missingFile
            case .internalError where says("Could not open", "could not load kernel", "No such file"): .missingFile
            case .operationInvalid: .wrongState
            case .internalError where says("not running", "not paused"): .wrongState
            case .operationTimeout: .timedOut
            case .xmlError, .xmlDetail, .xmlInvalidSchema: .badDefinition
            case .configUnsupported, .noSupport, .argumentUnsupported: .unsupported
            case .invalidArgument where says("could not find capabilities"): .unsupported
            default: .failed
            }
    }
}
