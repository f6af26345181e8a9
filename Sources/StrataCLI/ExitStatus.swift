internal import Strata

/// The exit codes of the command: one table.
///
/// Those from 64 on are the ones of sysexits.h.
enum ExitStatus: Int32, Error, CaseIterable {
    case success = 0
    case failed = 1
    case noSuchGuest = 2
    case wrongState = 3
    case nameTaken = 4
    case notReady = 5
    case changes = 10
    case usage = 64
    case badDefinition = 65
    case missingFile = 66
    case unreachable = 69
    case timedOut = 75
    case noPermission = 77
    case unsupported = 78
    case interrupted = 130

    init(_ kind: Failure.Kind) {
        self =
            switch kind {
            case .failed: .failed
            case .noSuchGuest: .noSuchGuest
            case .wrongState: .wrongState
            case .nameTaken: .nameTaken
            case .badDefinition: .badDefinition
            case .missingFile: .missingFile
            case .unreachable: .unreachable
            case .timedOut: .timedOut
            case .notReady: .notReady
            case .noPermission: .noPermission
            case .unsupported: .unsupported
            case .wrongValue: .usage
            case .interrupted: .interrupted
            }
    }

    /// Prints why a command failed and answers the code for it.
    init(reporting error: any Error) {
        let failure = Failure(error)
        StandardStream.error.write("\(failure)\n")
        self.init(failure.kind)
    }
}
