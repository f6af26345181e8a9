import Foundation
import Strata
import Testing
import TestSupport

/// Images by https, from a server with an authority of its own.
@Suite("Fetching images by https") struct SecureFetchingTests {
    @Test(arguments: ["SSL_CERT_FILE", "CURL_CA_BUNDLE"])
    func aServerIsTrustedByTheFileThatTheUserNames(variable: String) async throws {
        try await ImageServer.with(isSecure: true) { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            let reference = server.url("away/a.raw")
            let pulled = try await Tool.strata.run(
                "image", "pull", reference,
                environment: server.state.merging([variable: server.folder.path + "/ca.pem"]) { $1 })
            #expect(pulled.status == 0, "\(pulled.errors)")
            #expect(pulled.errors.contains("nobody vouches for"), "\(pulled.errors)")
            #expect(try server.store.info("a").id == sum)
        }
    }

    @Test func aServerThatNobodyTrustsGetsNoFurther() async throws {
        try await ImageServer.with(isSecure: true) { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            try server.catalogue("a.raw", sums: "\(sum)  a.raw\n")
            // The right checksum is no reason to trust it, neither for the image nor for the list.
            for reference in [server.url("a.raw"), server.url("a.raw") + "#sha256=" + sum, "mine"] {
                let outcome = try await Tool.strata.run("image", "pull", reference, environment: server.state)
                #expect(outcome.status == 77, "\(outcome.errors)")
                #expect(outcome.errors.contains("ertificate"), "\(outcome.errors)")
                #expect(outcome.errors.contains("hint: apt install ca-certificates"), "\(outcome.errors)")
                #expect(outcome.errors.contains("SSL_CERT_FILE"))
            }
            let missing = try await Tool.strata.run(
                "image", "pull", "mine", environment: server.state.merging(["SSL_CERT_FILE": "/no/such.pem"]) { $1 })
            #expect(missing.status == 77, "\(missing.errors)")
            #expect(server.requests.isEmpty)
            #expect(server.kept.isEmpty, "\(server.kept)")
        }
    }

    @Test func aSecurePlaceDoesNotLeadToAnotherHostsName() async throws {
        try await ImageServer.with(isSecure: true) { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            // The certificate is of the address, and of no name.
            let reference = server.url("a.raw").replacing("127.0.0.1", with: "localhost") + "#sha256=" + sum
            let outcome = try await Tool.strata.run("image", "pull", reference, environment: server.trust)
            #expect(outcome.status == 77, "\(outcome.errors)")
            #expect(server.kept.isEmpty)
        }
    }

    @Test func anEntryOfTheUsersCatalogueIsVerifiedAndGoesOnWhereItStopped() async throws {
        try await ImageServer.with(isSecure: true) { server in
            let sum = try server.put("a.raw", kibibytes: 1024)
            let path = "cut-400000/a.raw"
            try server.catalogue(path, sums: "\(sum)  a.raw\n")
            let host = try testHostURI(in: server.folder, domains: [])
            func create() async throws -> Tool.Outcome {
                try await Tool.strata.run(
                    "create", "n", "--image", "mine", "--dry-run", "-c", host, environment: server.trust)
            }
            let early = try await create()
            #expect(early.status == 66 && early.errors.contains("a dry run fetches nothing"), "\(early.errors)")
            let pulled = try await Tool.strata.run("image", "pull", "mine", environment: server.trust)
            #expect(pulled.status == 0, "\(pulled.errors)")
            #expect(server.requests == ["/SUMS -"] + ["-", "bytes=400000-", "bytes=800000-"].map { "/\(path) \($0)" })
            let image = try server.store.info("mine")
            #expect(image.id == sum && image.checksum?.digest == sum)
            let planned = try await create()
            #expect(planned.status == 0, "\(planned.errors)")
            #expect(planned.output.contains("<name>n</name>"))

            try server.catalogue("a.raw", sums: String(repeating: "0", count: 64) + "  a.raw\n")
            let lie = try await Tool.strata.run("image", "pull", "mine", environment: server.trust)
            #expect(lie.status == 1, "\(lie.errors)")
            #expect(lie.errors.contains("its sha256 is \(sum.prefix(16))"), "\(lie.errors)")
            #expect(try server.store.info("mine").id == sum)
        }
    }

    /// What is cut off, or not what it should be, is no guest either.
    @Test(arguments: [("short/a.raw", 1), ("lie/a.raw", 1), ("missing.raw", 66)])
    func noGuestIsMadeOfAnImageThatDidNotCome(path: String, status: Int32) async throws {
        try await ImageServer.with(isSecure: true) { server in
            let sum = try server.put("a.raw", kibibytes: 64)
            let host = try testHostURI(in: server.folder, domains: [])
            let outcome = try await Tool.strata.run(
                "create", "n", "--image", server.url(path) + "#sha256=" + sum, "-q", "-c", host,
                environment: server.trust)
            #expect(outcome.status == status, "\(outcome.errors)")
            #expect(outcome.errors.hasPrefix("error: ") && outcome.errors.contains("hint: "), "\(outcome.errors)")
            #expect(server.kept.isEmpty)
        }
    }
}
