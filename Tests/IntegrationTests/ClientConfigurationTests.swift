import Foundation
import Libvirt
import Testing
import TestSupport

/// Where a program of the library's connects that names no host, or one by an alias.
@Suite("The client's configuration") struct ClientConfigurationTests {
    /// Runs the README's example, which opens its first argument, where libvirt.conf says this and nothing else.
    private func connect(
        to uri: String, _ configuration: String, environment: [String: String] = [:], in folder: URL
    ) async throws -> Tool.Outcome {
        let file = try folder.file("libvirt.conf", configuration)
        let definition = try folder.file("web.xml", TestDomain.shutOff("web").definition)
        let example = Tool.strata.sibling("embedding-example").path
        // Other programs go on seeing the file that the system has.
        let script = """
            mount --bind '\(file)' /etc/libvirt/libvirt.conf && exec '\(example)' '\(uri)' '\(definition)'
            """
        return try await Tool(path: "/usr/bin/unshare").run(["--mount", "sh", "-c", script], environment: environment)
    }

    @Test func anAliasLeadsWhereTheFileSays() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let outcome = try await connect(to: "hail", "uri_aliases = [ \"hail=\(uri)\" ]\n", in: folder)
            #expect(outcome.output.hasPrefix("web started"), "\(outcome.errors)")
        }
    }

    @Test func withoutAURITheFileDecides() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let outcome = try await connect(to: "", "uri_default = \"\(uri)\"\n", in: folder)
            #expect(outcome.output.hasPrefix("web started"), "\(outcome.errors)")
        }
    }

    @Test func theEnvironmentGoesBeforeTheFile() async throws {
        try await withTemporaryFolder { folder in
            let uri = try testHostURI(in: folder, domains: [])
            let outcome = try await connect(
                to: "", "uri_default = \"hugo:///nowhere\"\n", environment: ["LIBVIRT_DEFAULT_URI": uri], in: folder)
            #expect(outcome.output.hasPrefix("web started"), "\(outcome.errors)")
        }
    }
}
