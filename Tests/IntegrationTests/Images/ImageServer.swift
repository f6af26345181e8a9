import Foundation
import Strata
import Testing
import TestSupport

/// A server on loopback that sends files well or badly, and a store that takes them.
struct ImageServer {
    private let server: Running
    private let port: String
    /// The authority that vouches for it; `nil` where it serves by plain http.
    private let authority: String?
    let folder: URL
    var state: [String: String] {
        ["XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path, "CURL_CA_BUNDLE": "", "SSL_CERT_FILE": ""]
    }
    var store: ImageStore { ImageStore(folder: folder.path + "/strata/images") }

    static func with(isSecure: Bool = false, _ body: (ImageServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let script = URL(fileURLWithPath: #filePath).appending(path: "../../Fixtures/image-server.py")
            let authority = isSecure ? try await makeCertificates(in: folder) : nil
            let server = try Tool(path: "/usr/bin/python3").start(
                [script.standardizedFileURL.path, folder.path] + (isSecure ? [folder.path + "/server.pem"] : []))
            defer { server.signal(SIGTERM) }
            _ = await eventually { server.outputSoFar.contains("\n") }
            let port = String(server.outputSoFar.prefix { $0 != "\n" })
            try await body(ImageServer(server: server, port: port, authority: authority, folder: folder))
        }
    }

    /// An authority of its own, `ca.pem`, and the server's key with the certificate that it has from there.
    private static func makeCertificates(in folder: URL) async throws -> String {
        func file(_ name: String) -> String { folder.path + "/" + name }
        let key = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
        let authority = [
            "-subj", "/CN=strata's tests", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", file("ca.key"),
            "-out", file("ca.pem"),
        ]
        let server = [
            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-addext",
            "basicConstraints=critical,CA:FALSE", "-CA", file("ca.pem"), "-CAkey", file("ca.key"), "-keyout",
            file("server.key"), "-out", file("server.crt"),
        ]
        for arguments in [authority, server] {
            let made = try await Tool(path: "/usr/bin/openssl").run(key + arguments)
            try #require(made.status == 0, "\(made.errors)")
        }
        let parts = try ["server.key", "server.crt"].map { try String(contentsOfFile: file($0), encoding: .utf8) }
        _ = try folder.file("server.pem", parts.joined())
        return file("ca.pem")
    }

    /// The environment in which the server is trusted.
    var trust: [String: String] { state.merging(["SSL_CERT_FILE": authority ?? ""]) { $1 } }

    /// The paths and ranges that were asked for.
    var requests: [String] { server.outputSoFar.split(separator: "\n").dropFirst().map(String.init) }

    func url(_ path: String) -> String { "http\(authority == nil ? "" : "s")://127.0.0.1:\(port)/\(path)" }

    /// Puts a raw image of noise there; answers its checksum.
    func put(_ name: String, kibibytes: Int) throws -> String {
        let file = folder.appending(path: name)
        try Data(RealStorage.noise(kibibytes << 10)).write(to: file)
        return try sha256(name)
    }

    func sha256(_ name: String, _ tool: String = "sha256sum") throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = [folder.path + "/" + name]
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return String(output.prefix { $0 != " " })
    }

    /// Makes the user's catalogue have an image `mine` at that path, with a list of checksums.
    func catalogue(_ path: String, sums: String, algorithm: String = "sha256", format: String = "raw") throws {
        let entries = [
            "images": [
                [
                    "name": "mine", "url": url(path), "checksum-url": url("SUMS"), "checksum": algorithm,
                    "format": format, "os": "debian12",
                ]
            ]
        ]
        try FileManager.default.createDirectory(
            at: folder.appending(path: "strata"), withIntermediateDirectories: true)
        try JSONSerialization.data(withJSONObject: entries).write(to: folder.appending(path: "strata/images.json"))
        _ = try folder.file("SUMS", sums)
    }

    /// What is in the store's folder, hidden files too.
    var kept: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: store.folder)) ?? []).sorted()
    }
}
