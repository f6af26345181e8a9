internal import Foundation
internal import TestSupport

// Without an argument, makes the operations of libvirt's test driver fail, and with a URI those that need a daemon;
// prints each with the number of its calls. With `leaks`, looks for leaks. Ends with an error on the first finding.
let argument = CommandLine.arguments.dropFirst().first

func makeCallsFail(at uri: String?) async throws {
    for operation in uri == nil ? Operation.onTestDriver : Operation.onDaemon {
        let calls = try await Faults.run(operation) { folder in
            try uri ?? testHostURI(in: folder, domains: [.running("web")])
        }
        print(operation.name, calls, separator: "\t")
    }
}

do {
    if argument == "leaks" {
        print("calls", try await Leaks.look(), separator: "\t")
    } else {
        try await makeCallsFail(at: argument)
    }
} catch {
    print("failed:", error)
    exit(1)
}
