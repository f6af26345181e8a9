import Foundation
import Testing
import TestSupport

/// `fmt`, `get` and `set`, on files alone.
@Suite("Editing definition files") struct EditCommandTests {
    static let web = """
        <!-- the web server -->
        <domain type='kvm'>
          <name>web</name>   <!-- as in DNS -->
          <memory unit='MiB'>512</memory>
          <vcpu>2</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <cpu mode='custom'><model>Nehalem</model><feature policy='require' name='vmx'/></cpu>
          <devices>
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2'/>
              <source file='images/web.qcow2'/>
              <target dev='vda' bus='virtio'/>
              <address type='pci' domain='0' bus='0' slot='5' function='0'/>
            </disk>
            <interface type='network'>
              <mac address='52:54:00:00:00:01'/>
              <source network='default'/>
            </interface>
          </devices>
        </domain>

        """

    private func withFile(_ body: (String, URL) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in try await body(try folder.file("web.xml", Self.web), folder) }
    }

    private func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    /// The options, and what stands where in the file afterwards; all other lines stay.
    static let edits: [([String], [(String, String)])] = [
        (["--name", "db"], [("<name>web<", "<name>db<")]),
        (["--memory", "2GiB"], [(">512<", ">2048<")]),
        (["--memory", "1536 KiB"], [("'MiB'>512<", "'KiB'>1536<")]),
        (["--vcpus", "4"], [("<vcpu>2", "<vcpu>4")]),
        (["--current-vcpus", "1"], [("<vcpu>2", "<vcpu current='1'>2")]),
        (["--title", "A & B"], [("as in DNS -->", "as in DNS -->\n  <title>A &amp; B</title>")]),
        (["--machine", "pc"], [("'q35'", "'pc'")]),
        (
            ["--cpu", "host-model"],
            [
                (
                    "<cpu mode='custom'><model>Nehalem</model><feature policy='require' name='vmx'/></cpu>",
                    "<cpu mode='host-model'></cpu>"
                )
            ]
        ),
        (["--boot", "cdrom,hd"], [("hvm</type>", "hvm</type><boot dev='cdrom'/><boot dev='hd'/>")]),
        (["--boot", "vda"], [("bus='virtio'/>", "bus='virtio'/>\n      <boot order='1'/>")]),
        (
            ["--disk-bus", "vda=scsi"],
            [
                ("bus='virtio'", "bus='scsi'"),
                ("\n      <address type='pci' domain='0' bus='0' slot='5' function='0'/>", ""),
            ]
        ),
        (
            ["--network-model", "52:54:00:00:00:01=e1000"],
            [("network='default'/>", "network='default'/>\n      <model type='e1000'/>")]
        ),
        (
            ["--network-model", "1=e1000"],
            [("network='default'/>", "network='default'/>\n      <model type='e1000'/>")]
        ),
        (
            ["--add-network", "user"],
            [
                (
                    "    </interface>\n",
                    "    </interface>\n    <interface type='user'>\n      <model type='virtio'/>\n    </interface>\n"
                )
            ]
        ),
        (
            ["--add-disk", "/dev/vg/data,format=raw"],
            [
                (
                    "    </disk>\n",
                    """
                        </disk>
                        <disk type='block' device='disk'>
                          <driver name='qemu' type='raw'/>
                          <source dev='/dev/vg/data'/>
                          <target dev='vdb' bus='virtio'/>
                        </disk>

                    """
                )
            ]
        ),
        (
            ["--add-disk", "/d/data.qcow2"],
            [
                (
                    "    </disk>\n",
                    """
                        </disk>
                        <disk type='file' device='disk'>
                          <driver name='qemu' type='qcow2'/>
                          <source file='/d/data.qcow2'/>
                          <target dev='vdb' bus='virtio'/>
                        </disk>

                    """
                )
            ]
        ),
        (
            ["--tag", "owner=me"],
            [
                (
                    "as in DNS -->",
                    """
                    as in DNS -->
                      <metadata>
                        <strata:tags xmlns:strata='urn:strata:tags'>
                          <strata:tag name='owner'>me</strata:tag>
                        </strata:tags>
                      </metadata>
                    """
                )
            ]
        ),
        (["--memory", "1GiB", "--vcpus", "1"], [(">512<", ">1024<"), ("<vcpu>2", "<vcpu>1")]),
    ]

    @Test(arguments: edits.indices) func setChangesWhatItIsToldAndNothingElse(index: Int) async throws {
        let (options, replacements) = Self.edits[index]
        try await withFile { file, _ in
            let outcome = try await Tool.strata.run(["set", file] + options)
            #expect(outcome.status == 0, "\(outcome.errors)")
            var expected = Self.web
            for (old, new) in replacements { expected = expected.replacingOccurrences(of: old, with: new) }
            #expect(expected != Self.web)
            #expect(try text(file) == expected)
        }
    }

    @Test(arguments: [
        ["--memory", "4"], ["--memory", "lots"], ["--memory", "0MiB"], ["--vcpus", "0"], ["--vcpus", "two"],
        ["--disk-bus", "vdz=scsi"], ["--disk-bus", "vda"], ["--remove-disk", "vdz"], ["--add-disk", "/a.bin"],
        ["--add-disk", "path=/a.img,colour=red"], ["--add-disk", "path=/a.img,target=vda"], ["--boot", "nothing"],
        ["--boot", "hd,vda"], ["--name", ""], ["--add-network", "bridge=a,network=b"], ["--tag", "x"],
        ["--remove-tag", "x"], ["--network-model", "7=e1000"], ["--remove-network", "0"], [],
        ["--memory", "1GiB", "--vcpus", "none"],
    ])
    func aValueThatCannotBeChangesNothing(options: [String]) async throws {
        try await withFile { file, _ in
            let outcome = try await Tool.strata.run(["set", file] + options)
            #expect(outcome.status == 64)
            #expect(outcome.output.isEmpty)
            #expect(try text(file) == Self.web)
        }
    }

    @Test(arguments: [
        (["--disk-bus", "vda=swift"], "not a value of attribute bus"),
        (["--current-memory", "1GiB"], "the current memory is more than the memory"),
        (["--current-vcpus", "9"], "9 processors are to be plugged in, of 2"),
        (["--add-network", "default", "--memory", "1GiB", "--machine", "a b"], "machine"),
        (["--add-network", "network=n,mac=52:54:00:00:00:01"], "hardware address"),
    ])
    func anEditThatWouldBreakTheDefinitionChangesNothing(options: [String], why: String) async throws {
        try await withFile { file, _ in
            let outcome = try await Tool.strata.run(["set", file] + options)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("the edit makes it invalid") && outcome.errors.contains(why))
            #expect(try text(file) == Self.web)
        }
    }

    @Test func whatComesCanGoAgain() async throws {
        try await withFile { file, _ in
            for (come, go) in [
                (["--add-disk", "/a.iso"], ["--remove-disk", "sda"]),
                (["--add-network", "lab"], ["--remove-network", "2"]),
                (["--tag", "a=1", "--tag", "b=2"], ["--remove-tag", "a", "--remove-tag", "b"]),
            ] {
                #expect(try await Tool.strata.run(["set", file] + come).status == 0)
                #expect(try text(file) != Self.web)
                #expect(try await Tool.strata.run(["set", file] + go).status == 0)
            }
            let rest = try text(file).replacingOccurrences(of: "  <metadata>\n  </metadata>\n", with: "")
            #expect(rest == Self.web)
        }
    }

    @Test func setPrintsWhatReallyChangedOrTheWholeDefinition() async throws {
        try await withFile { file, _ in
            let printed = try await Tool.strata.run("set", file, "--vcpus", "4", "--print")
            #expect(printed.output == Self.web.replacingOccurrences(of: "<vcpu>2", with: "<vcpu>4"))
            #expect(try text(file) == Self.web)
            let changed = try await Tool.strata.run("set", file, "--vcpus", "4", "--format", "json")
            let json = try JSONSerialization.jsonObject(with: Data(changed.output.utf8)) as? [[String: String]]
            #expect(json?.map { $0["path"] } == ["/domain/vcpu"])
            let again = try await Tool.strata.run("set", file, "--vcpus", "4")
            #expect(again.output == "no difference\n")
        }
    }

    @Test func getPrintsFieldsAndWhatXPathsFind() async throws {
        try await withFile { file, _ in
            for (place, expected) in [
                ("name", "web\n"), ("memory", "512 MiB\n"), ("vcpus", "2\n"), ("current-vcpus", "2\n"),
                ("cpu", "Nehalem\n"), ("disks", "vda\n"), ("networks", "network=default\n"), ("machine", "q35\n"),
                ("devices/disk/source/@file", "images/web.qcow2\n"), ("count(//disk)", "1\n"),
            ] {
                let outcome = try await Tool.strata.run("get", file, place)
                #expect(outcome.output == expected, "\(place)")
                #expect(outcome.status == 0, "\(place)")
            }
            let json = try await Tool.strata.run("get", file, "disks", "--format", "json")
            #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String] == ["vda"])
            let nothing = try await Tool.strata.run("get", file, "title")
            #expect(nothing.status == 1 && nothing.output.isEmpty)
            #expect(nothing.errors == "nothing is there: title\n")
            let nonsense = try await Tool.strata.run("get", file, "disks[")
            #expect(nonsense.status == 64 && nonsense.errors.contains("is no XPath"))
            #expect(nonsense.errors.contains("strata get"))
        }
    }

    @Test func fmtBringsFilesIntoTheUsualLayout() async throws {
        try await withFile { file, folder in
            let pretty = try folder.file("pretty.xml", "<network>\n  <name>n</name>  <!-- c -->\n</network>\n")
            let broken = try folder.file("broken.xml", "<network>")
            let check = try await Tool.strata.run("fmt", "--check", file, pretty)
            #expect(check.status == 1)
            #expect(check.output == "\(file): has another layout\n")
            #expect(try text(file) == Self.web)
            let done = try await Tool.strata.run("fmt", file, broken, pretty)
            #expect(done.status == 65)
            #expect(done.output == "\(file): formatted\n")
            #expect(done.errors.contains("broken.xml:1:"))
            #expect(try text(file).contains("  <os>\n    <type arch='x86_64' machine='q35'>hvm</type>\n  </os>\n"))
            #expect(try text(file).contains("<name>web</name>   <!-- as in DNS -->\n"))
            let again = try await Tool.strata.run("fmt", "--check", file, pretty)
            #expect(again.status == 0 && again.output.isEmpty)
        }
    }
}
