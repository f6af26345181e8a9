internal import Foundation
internal import TestSupport

// Prints each operation with the number of its calls; ends with an error on the first that does not fail well.
//
// With a URI as argument, the operations that need a daemon; else those of libvirt's test driver.
let uri = CommandLine.arguments.dropFirst().first
do {
    for operation in uri == nil ? Operation.onTestDriver : Operation.onDaemon {
        let calls = try await Faults.run(operation) { folder in
            try uri ?? testHostURI(in: folder, domains: [.running("web")])
        }
        print(operation.name, calls, separator: "\t")
        fflush(nil)
    }
} catch {
    print("failed:", error)
    exit(1)
}
