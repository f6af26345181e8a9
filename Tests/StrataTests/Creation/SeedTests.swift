import Foundation
import Testing
import TestSupport

@testable import Strata

@Suite("Seeds of the first boot") struct SeedTests {
    private let key = "ssh-ed25519 AAAAC3 me@here"

    private func seed(_ change: (inout FirstBoot) -> Void = { _ in }) async throws -> [String: String] {
        var firstBoot = FirstBoot()
        firstBoot.keys = [key]
        firstBoot.keepsMedium = true
        change(&firstBoot)
        let seed = try await Seed(
            firstBoot, guest: "Web_1", instance: "1234", addresses: ["52:54:00:00:00:01", "52:54:00:00:00:02"])
        return Dictionary(uniqueKeysWithValues: seed.files.map { ($0.name, $0.text) })
    }

    /// JSON is YAML, too, so what cloud-init reads can be read here.
    private func json(_ text: String?) throws -> [String: Any] {
        let text = try #require(text)
        #expect(text.hasPrefix("#cloud-config\n"))
        let data = Data(text.drop { !$0.isNewline }.utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func theUsersKeyAndTheHostsNameAreInIt() async throws {
        let files = try await seed()
        #expect(
            files["user-data"] == """
                #cloud-config
                {
                  "growpart" : {
                    "devices" : [
                      "/"
                    ],
                    "mode" : "auto"
                  },
                  "hostname" : "web-1",
                  "manage_etc_hosts" : "localhost",
                  "runcmd" : [
                    [
                      "sh",
                      "-c",
                      "systemctl enable --now qemu-guest-agent || true"
                    ]
                  ],
                  "ssh_authorized_keys" : [
                    "ssh-ed25519 AAAAC3 me@here"
                  ]
                }

                """)
        #expect(files["meta-data"] == "{\n  \"instance-id\" : \"1234\",\n  \"local-hostname\" : \"web-1\"\n}\n")
    }

    @Test func theAgentIsInstalledOrNotSpokenOf() async throws {
        let installed = try await seed { $0.agent = .yes }
        #expect(
            installed["user-data"] == """
                #cloud-config
                {
                  "growpart" : {
                    "devices" : [
                      "/"
                    ],
                    "mode" : "auto"
                  },
                  "hostname" : "web-1",
                  "manage_etc_hosts" : "localhost",
                  "packages" : [
                    "qemu-guest-agent"
                  ],
                  "runcmd" : [
                    [
                      "sh",
                      "-c",
                      "systemctl enable --now qemu-guest-agent || true"
                    ]
                  ],
                  "ssh_authorized_keys" : [
                    "ssh-ed25519 AAAAC3 me@here"
                  ]
                }

                """)
        #expect(
            try await seed { $0.agent = .no }["user-data"] == """
                #cloud-config
                {
                  "growpart" : {
                    "devices" : [
                      "/"
                    ],
                    "mode" : "auto"
                  },
                  "hostname" : "web-1",
                  "manage_etc_hosts" : "localhost",
                  "ssh_authorized_keys" : [
                    "ssh-ed25519 AAAAC3 me@here"
                  ]
                }

                """)
    }

    /// cloud-init looks for its instance there when the medium is gone, and finds the same one.
    @Test func aGuestThatLosesTheMediumKeepsWhatItIs() async throws {
        let files = try await seed { $0.keepsMedium = false }
        let kept = try #require(try json(files["user-data"])["write_files"] as? [[String: String]])
        #expect(
            kept.map { $0["path"] } == [
                "/var/lib/cloud/seed/nocloud/meta-data", "/var/lib/cloud/seed/nocloud/user-data",
                "/var/lib/cloud/seed/nocloud/network-config",
            ])
        #expect(
            kept.map { $0["content"] } == [
                "{\n  \"instance-id\" : \"1234\"\n}\n", "#cloud-config\n{}\n", files["network-config"],
            ])
        #expect(kept.allSatisfy { $0["permissions"] == "0600" })
    }

    @Test func theMediumIsNeededUntilCloudInitHasReadItWithoutErrors() {
        func reason(_ source: String?, _ errors: [String] = []) -> String? {
            FirstBootMedium.reasonToStay(after: CloudInitResult(datasource: source, errors: errors))
        }
        #expect(reason("DataSourceNoCloud [seed=/dev/sr0][dsmode=net]") == nil)
        #expect(reason("DataSourceNoCloud [seed=/dev/sr0][dsmode=net]", ["x"]) == "cloud-init had errors")
        #expect(reason("DataSourceNone") == "cloud-init did not read it")
        #expect(reason(nil) == "cloud-init did not read it")
    }

    @Test func everyAdapterIsKnownByItsAddressAndTheFirstIsWaitedFor() async throws {
        let data = Data(try #require(try await seed()["network-config"]).utf8)
        let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let ethernets = try #require(all["ethernets"] as? [String: [String: Any]])
        #expect(ethernets.keys.sorted() == ["eth0", "eth1"])
        #expect(ethernets["eth0"]?["optional"] as? Bool == false)
        #expect(ethernets["eth1"]?["optional"] as? Bool == true)
        #expect((ethernets["eth1"]?["match"] as? [String: String])?["macaddress"] == "52:54:00:00:00:02")
    }

    @Test func aUserOfOnesOwnTakesTheKeysAndThePassword() async throws {
        let files = try await seed {
            $0.user = "alice"
            $0.password = "geheim"
        }
        let user = try #require((try json(files["user-data"])["users"] as? [[String: Any]])?.first)
        #expect(user["name"] as? String == "alice")
        #expect(user["ssh_authorized_keys"] as? [String] == [key])
        #expect(user["lock_passwd"] as? Bool == false)
        #expect((user["passwd"] as? String)?.hasPrefix("$6$") == true)
        #expect(files["user-data"]?.contains("geheim") == false)
    }

    @Test func onlyWhoHasNoKeyMayComeInByPassword() async throws {
        let withKey = try json(try await seed { $0.password = "geheim" }["user-data"])
        #expect(withKey["ssh_pwauth"] == nil)
        let without = try json(
            try await seed {
                $0.password = "geheim"
                $0.keys = []
            }["user-data"])
        #expect(without["ssh_pwauth"] as? Bool == true)
        #expect((without["password"] as? String)?.hasPrefix("$6$") == true)
    }

    @Test func aFileOfTheUsersIsASecondPart() async throws {
        let text = try #require(try await seed { $0.userData = "#!/bin/sh\necho hallo\n" }["user-data"])
        #expect(text.hasPrefix("Content-Type: multipart/mixed"))
        let parts = text.components(separatedBy: "--=strata-part=").dropFirst().dropLast()
        let bodies = parts.map { part in
            let body = part.components(separatedBy: "\n\n").dropFirst().joined().filter { !$0.isWhitespace }
            return Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        #expect(bodies.count == 2)
        #expect(bodies.first?.hasPrefix("#cloud-config\n{") == true)
        #expect(bodies.last == "#!/bin/sh\necho hallo\n")
    }

    @Test(arguments: [
        ("web", "web"), ("Web_1", "web-1"), ("a.b", "a-b"), ("größe", "gr-e"), ("___", "guest"),
        (String(repeating: "x", count: 70), String(repeating: "x", count: 63)),
    ])
    func aHostsNameIsMadeOfTheGuests(name: String, expected: String) {
        #expect(CloudConfiguration.hostname(of: name) == expected)
    }

    @Test func theMediumIsOneThatCloudInitLooksFor() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.path + "/seed"
            let seed = try await Seed(FirstBoot(), guest: "web", instance: "1", addresses: [])
            try await seed.make(in: path)
            #expect(try ISOLabel.read(Seed.medium(in: path))?[.volume] == "cidata")
            let list = try await Tool(path: "/usr/bin/xorriso").run(
                "-indev", Seed.medium(in: path), "-find", "/", "-type", "f")
            #expect(list.output == "'/meta-data'\n'/user-data'\n")
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
        }
    }

    @Test(arguments: [
        "#cloud-config\n", "#cloud-config\n{\"a\": [1, 2]}\n", "#cloud-config\na: b\n# c\nlist:\n- x\n- y: z\n",
        "#cloud-config\ntext: |\n  [not closed\n  \tneither this\nb: it's fine # [comment\n",
        "#cloud-config\n---\nruncmd:\n  - [ls, -l, \"a ] b\"]\n  - echo [x\n  - >-\n   {folded\n",
        "#cloud-config\nurl: http://x/y\nempty:\nmap: {a: b,\n  c: 'd: e'}\n", "#!/bin/sh\n\techo {\n",
        "#include\nhttp://x/y\n", "#cloud-config\r\na: b\r\n", "#cloud-config\nquote: \"a \\\" b\"\n",
    ])
    func whatCloudInitCanReadIsTaken(text: String) throws {
        try UserDataCheck(text).check()
    }

    @Test(arguments: [
        ("", 1, "begin with"), ("a: b\n", 1, "begin with"), ("#cloud-config\na:\n\tb: c\n", 3, "tabs"),
        ("#cloud-config\na: [1, 2\nb: c\n", 2, "the [ is not closed"), ("#cloud-config\na: {b: c]\n", 2, "closes"),
        ("#cloud-config\na: \"b\nc: d\n", 2, "the quote is not closed"),
        ("#cloud-config\njust words\n", 2, "key: value"),
        ("#cloud-config\n- a\n", 2, "a key above"), ("#cloud-config\n{\"a\": 1\n", 2, "the { is not closed"),
        ("#cloud-config\na: b\nruncmd\n", 3, "key: value"),
    ])
    func whatItCannotReadIsRefusedWithItsLine(text: String, line: Int, why: String) {
        let failure = #expect(throws: Failure.self) { try UserDataCheck(text).check() }
        #expect(failure?.what == "--cloud-init, line \(line)")
        #expect(failure?.why.contains(why) == true, "\(failure?.why ?? "")")
        #expect(failure?.kind == .wrongValue)
    }
}
