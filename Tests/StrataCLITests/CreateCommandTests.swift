import Foundation
import Testing
import TestSupport

/// `strata create` against libvirt's test driver, which keeps its guests to the process.
@Suite("The create command") struct CreateCommandTests {
    private static func files(in folder: URL) throws {
        for name in ["kernel", "plain.raw", "odd.bin", "no.iso", "there.xml", "words.qcow2"] {
            _ = try folder.file(name, "x")
        }
        for name in ["disk.qcow2", "named.img"] {
            try Data([0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]).write(to: folder.appending(path: name))
        }
        _ = try folder.file("empty", "\n")
        _ = try folder.file("key.pub", "ssh-ed25519 AAAAC3Nz me\n")
        _ = try folder.file("tabs.yaml", "#cloud-config\na:\n\tb: c\n")
        _ = try folder.file("words.yaml", "just words\n")
        _ = try folder.file("broken.xml", "<domain")
        _ = try folder.file("net.xml", "<network><name>x</name></network>")
        _ = try folder.file("page.raw", "<!DOCTYPE html>" + String(repeating: " ", count: 497))
        try Data([0x51, 0x46, 0x49, 0xFB, 0, 0, 0, 3]).write(to: folder.appending(path: "cut.qcow2"))
        try Data([0x23, 0xFF, 0xFE]).write(to: folder.appending(path: "bytes.yaml"))
    }

    /// All files, but for the folders that strata makes for its own use.
    private static func contents(of folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { !["state", "state/strata", "state/strata/journal", "state/strata/images"].contains($0) }
    }

    struct WrongCall: Sendable, CustomTestStringConvertible {
        var arguments: String
        var status: Int32
        var why: String
        var testDescription: String { arguments.isEmpty ? "(nothing)" : arguments }

        init(_ arguments: String, _ status: Int32, _ why: String) {
            (self.arguments, self.status, self.why) = (arguments, status, why)
        }
    }

    /// Each call with its exit code and a piece of what it says; `@` is the folder with the files, `''` nothing.
    static let wrongCalls: [WrongCall] = [
        WrongCall("n", 64, "it is not said what the guest boots from"),
        WrongCall("n --pxe --kernel @/kernel", 64, "--kernel and --pxe"),
        WrongCall("n --image a --iso b", 64, "--image and --iso"),
        WrongCall("n --pxe --initrd @/kernel", 64, "it goes with a kernel"),
        WrongCall("n --pxe --append quiet", 64, "it goes with a kernel"),
        WrongCall("web --kernel @/kernel", 4, "there is a guest of that name"),
        WrongCall("a/b --kernel @/kernel", 64, "no slash"),
        WrongCall("a\u{1F}b --kernel @/kernel", 64, "no control characters"),
        WrongCall("a\nb --kernel @/kernel", 64, "no control characters"),
        WrongCall(".. --kernel @/kernel", 64, "begins with a letter"),
        WrongCall(String(repeating: "x", count: 300) + " --kernel @/kernel", 64, "longer than files"),
        WrongCall("n --kernel @/missing", 66, "No such file"),
        WrongCall("n --kernel @/kernel --initrd @/missing", 66, "--initrd"),
        WrongCall("n --kernel @", 64, "this is no file"),
        WrongCall("n --iso @/missing", 66, "No such file"),
        WrongCall("n --iso @/no.iso", 64, "no ISO 9660"),
        WrongCall("n --disk @/missing.qcow2", 66, "No such file"),
        WrongCall("n --disk @/odd.bin", 64, "the file's name does not tell"),
        WrongCall("n --disk @/words.qcow2", 64, "it is no qcow2 image"),
        WrongCall("n --disk @/named.img", 64, "its name stands for raw"),
        WrongCall("n --disk ''", 64, "one value"),
        WrongCall("n --iso ''", 64, "the path is empty"),
        WrongCall("n --image ''", 64, "the name is empty"),
        WrongCall("n --disk @/disk.qcow2,speed=10", 64, "'speed' is none of"),
        WrongCall("n --disk @/disk.qcow2 --disk-size 1GiB", 64, "is what it is"),
        WrongCall("n --image @/missing", 66, "No such file"),
        WrongCall("n --image @/cut.qcow2", 65, "cut.qcow2"),
        WrongCall("n --image @/empty", 65, "no whole number of sectors"),
        WrongCall("n --image @/page.raw", 65, "it is a page of text"),
        WrongCall("n --image @/odd.bin", 65, "no whole number of sectors"),
        WrongCall("n --image https://127.0.0.1:1/image.qcow2", 69, "onnect"),
        WrongCall("n --image https://host/image.qcow2#sha256=12", 64, "is no checksum"),
        WrongCall("n --image nothing-1.0", 66, "nothing-1.0"),
        WrongCall("n --image ftp://host/image.qcow2", 78, "not by ftp"),
        WrongCall("n --image http://host/image.qcow2", 64, "anybody on the way"),
        WrongCall("n --image debian-12 --dry-run", 66, "a dry run fetches nothing"),
        WrongCall("n --kernel @/kernel --no-start --wait ssh", 64, "gets nowhere"),
        WrongCall("n --kernel @/kernel --wait there", 64, "'there'"),
        WrongCall("n --kernel @/kernel --wait ssh --timeout soon", 64, "'soon'"),
        WrongCall("n --image @/disk.qcow2 --disk-size none", 64, "an image needs a disk"),
        WrongCall("n --xml @/missing", 66, "missing"),
        WrongCall("n --xml @/broken.xml", 65, "broken.xml"),
        WrongCall("n --xml @/net.xml", 65, "not a <domain>"),
        WrongCall("n --xml @/there.xml --tpm", 64, "--xml says that itself"),
        WrongCall("n --kernel @/kernel --os debain12", 66, "near names"),
        WrongCall("n --kernel @/kernel --cpus 0", 64, "a number from 1 on"),
        WrongCall("n --kernel @/kernel --cpus two", 64, "a number from 1 on"),
        WrongCall("n --kernel @/kernel --cpus 99999", 64, "between 1 and 4096"),
        WrongCall("n --kernel @/kernel --memory 512", 64, "an amount with a unit"),
        WrongCall("n --kernel @/kernel --memory lots", 64, "an amount with a unit"),
        WrongCall("n --kernel @/kernel --memory 2KiB", 64, "too little"),
        WrongCall("n --kernel @/kernel --memory=-1GiB", 64, "amount"),
        WrongCall("n --kernel @/kernel --disk-size 12XB", 64, "an amount with a unit"),
        WrongCall("n --kernel @/kernel --disk-size 1KiB", 64, "1 MiB at least"),
        WrongCall("n --kernel @/kernel --disk-add 1KiB", 64, "1 MiB at least"),
        WrongCall("n --kernel @/kernel --disk-add @/missing.raw", 66, "--disk-add"),
        WrongCall("n --kernel @/kernel --disk-add @/odd.bin", 64, "does not tell"),
        WrongCall("n --kernel @/kernel --disk-size 1GiB --pool nowhere", 66, "storage pool 'nowhere'"),
        WrongCall("n --kernel @/kernel --network nowhere", 66, "network 'nowhere'"),
        WrongCall("n --kernel @/kernel --network none --network user", 64, "there are other adapters"),
        WrongCall("n --kernel @/kernel --network user,model=e100", 64, "there is no model 'e100'"),
        WrongCall("n --kernel @/kernel --network user,mac=12:34", 64, "a hardware address is like"),
        WrongCall("n --kernel @/kernel --network user,mac=03:00:00:00:00:01", 64, "of a group"),
        WrongCall("n --kernel @/kernel --network bridge=", 64, "must have one value"),
        WrongCall("n --kernel @/kernel --network bridge=a,direct=b", 64, "say one of"),
        WrongCall("n --kernel @/kernel --network user,vlan=3", 64, "'vlan' is none of"),
        WrongCall(
            "n --kernel @/kernel --network user,mac=52:54:00:00:00:01 --network user,mac=52:54:00:00:00:01", 64,
            "two adapters cannot have one"),
        WrongCall("n --kernel @/kernel --network user,mac=52:54:00:00:00:09", 4, "guest 'web' has that"),
        WrongCall("n --pxe --network none", 64, "no network to boot from"),
        WrongCall("n --kernel @/kernel --firmware efi", 64, "bios, uefi, uefi-secure"),
        WrongCall("n --kernel @/kernel --firmware uefi-secure --style emulated", 64, "younger than any hardware"),
        WrongCall("n --kernel @/kernel --graphics rdp", 64, "none, vnc, spice"),
        WrongCall("n --kernel @/kernel --accel hvf", 64, "'hvf'"),
        WrongCall("n --kernel @/kernel --style real", 64, "'real'"),
        WrongCall("n --kernel @/kernel --user alice", 64, "first boot of an image"),
        WrongCall("n --kernel @/kernel --cloud-init @/tabs.yaml", 64, "first boot of an image"),
        WrongCall("n --image @/disk.qcow2 --user Alice", 64, "small letters"),
        WrongCall("n --image @/disk.qcow2 --user root", 64, "its own rules"),
        WrongCall("n --image @/disk.qcow2 --ssh-key @/missing.pub", 66, "it cannot be read"),
        WrongCall("n --image @/disk.qcow2 --ssh-key @/kernel", 64, "is no public key"),
        WrongCall("n --image @/disk.qcow2 --password", 64, "nobody is there to be asked"),
        WrongCall("n --image @/disk.qcow2 --password-file @/missing", 66, "it cannot be read"),
        WrongCall("n --image @/disk.qcow2 --password-file @/empty", 64, "its first line is empty"),
        WrongCall("n --image @/disk.qcow2 --cloud-init @/tabs.yaml", 64, "by spaces, not by tabs"),
        WrongCall("n --image @/disk.qcow2 --cloud-init @/words.yaml", 64, "must begin with"),
        WrongCall("n --image @/disk.qcow2 --cloud-init @/bytes.yaml", 64, "no text in UTF-8"),
        WrongCall("n --kernel @/kernel --write @/there.xml", 4, "there is such a file already"),
        WrongCall("n --kernel @/kernel --write @/no/such/folder.xml", 66, "its folder is not there"),
    ]

    @Test(arguments: wrongCalls) func aWrongCallSaysWhatIsWrongAndMakesNothing(call: WrongCall) async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            let adapter = "<interface type='user'><mac address='52:54:00:00:00:09'/></interface>"
            let uri = try testHostURI(in: folder, domains: [.running("web", devices: adapter)])
            let words = call.arguments.split(separator: " ").map {
                String($0).replacing("@", with: folder.path).replacing("''", with: "")
            }
            let before = try Self.contents(of: folder)
            let outcome = try await Tool.strata.run(
                ["create", "-c", uri] + words, environment: ["XDG_STATE_HOME": folder.path + "/state"])
            #expect(outcome.status == call.status, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(call.why), "\(outcome.errors)")
            #expect(outcome.errors.lowercased().contains("error: "))
            #expect(outcome.errors.contains("\nhint: ") || outcome.errors.contains("Usage: "), "\(outcome.errors)")
            #expect(try Self.contents(of: folder) == before)
        }
    }

    /// Calls with files that are there, and that the user may not read.
    static let unreadable = [
        "n --image @/secret.qcow2", "n --iso @/secret.iso", "n --disk @/secret.qcow2", "n --kernel @/secret.kernel",
        "n --kernel @/kernel --initrd @/secret.kernel", "n --kernel @/kernel --disk-add @/secret.qcow2",
        "n --xml @/secret.xml", "n --image @/image.raw --cloud-init @/secret.yaml",
        "n --image @/image.raw --ssh-key @/secret.pub", "n --image @/image.raw --password-file @/secret.pub",
        "n --image @/closed/image.raw", "n --disk @/closed/image.raw",
    ]

    /// Root may read everything, so another user asks there.
    @Test func whatTheUserMayNotReadIsSaidAndNothingIsMade() async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            for name in ["qcow2", "iso", "kernel", "xml", "yaml", "pub"] {
                let file = try folder.file("secret." + name, "x")
                try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
            }
            _ = try folder.file("image.raw", String(repeating: " ", count: 1024))
            let closed = folder.appending(path: "closed")
            try FileManager.default.createDirectory(
                at: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0])
            let uri = try testHostURI(in: folder, domains: [])
            var program = [Tool.strata.path]
            if geteuid() == 0 {
                program = ["/usr/sbin/runuser", "-u", "nobody", "--", try await folder.copy(of: .strata).path]
            }
            for call in Self.unreadable {
                let words = call.split(separator: " ").map { String($0).replacing("@", with: folder.path) }
                let outcome = try await Tool(path: program[0]).run(
                    program.dropFirst() + ["create", "-c", uri] + words,
                    environment: ["XDG_STATE_HOME": folder.path + "/state", "HOME": folder.path])
                #expect(outcome.status == 77, "\(call): \(outcome.errors)")
                #expect(outcome.output.isEmpty)
                #expect(outcome.errors.contains(/error: .*(secret|closed)/), "\(call): \(outcome.errors)")
                #expect(outcome.errors.contains("rights"), "\(call): \(outcome.errors)")
            }
        }
    }

    @Test func whatIsSaidOfADiskIsInTheDefinition() async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            let uri = try testHostURI(in: folder, domains: [])
            let disk = folder.path + "/named.img"
            let outcome = try await Tool.strata.run(
                "create", "n", "--disk", disk + ",format=raw,bus=sata,cache=none,serial=one", "--disk-add",
                disk + ",format=qcow2,readonly=yes", "--dry-run", "-q", "-c", uri)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let first = "<driver name='qemu' type='raw' cache='none' discard='unmap'/>"
            for words in [first, "bus='sata'", "<serial>one<", "type='qcow2' discard='unmap'/>", "<readonly/>"] {
                #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
            }
        }
    }

    @Test func aKernelThatNobodyChecksIsWarnedOf() async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            let uri = try testHostURI(in: folder, domains: [])
            func warnings(_ firmware: String) async throws -> Bool {
                let outcome = try await Tool.strata.run(
                    "create", "n", "--kernel", folder.path + "/kernel", "--firmware", firmware, "--dry-run", "-c", uri,
                    environment: ["XDG_STATE_HOME": folder.path + "/state"])
                #expect(outcome.status == 0, "\(outcome.errors)")
                return outcome.errors.contains("may be started though nobody has signed it")
            }
            let secure = try await warnings("uefi-secure"), usual = try await warnings("uefi")
            #expect(secure && !usual)
        }
    }

    @Test func aDryRunPrintsTheDefinitionAndTouchesNothing() async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            let uri = try testHostURI(in: folder, domains: [])
            let outcome = try await Tool.strata.run(
                "create", "n", "--kernel", folder.path + "/kernel", "--memory", "64MiB", "--dry-run", "-c", uri,
                environment: ["XDG_STATE_HOME": folder.path + "/state"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.hasPrefix("<domain type='test'>\n  <name>n</name>\n  <memory unit='MiB'>64"))
            #expect(outcome.errors.contains("gets out by --network user"))
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
        }
    }

    /// Under a pseudo-terminal: it is asked for twice, and never shown.
    @Test func aPasswordIsAskedForAndNotShown() async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            let image = try folder.file("image.raw", String(repeating: " ", count: 1024))
            let uri = try testHostURI(in: folder, domains: [])
            func ask(_ answers: [String]) async throws -> Tool.Outcome {
                let command = "\(Tool.strata.path) create n --image \(image) --password --dry-run -c \(uri)"
                // A line that is taken back at once: without any input, it would have ended.
                let running = try Tool(path: "/usr/bin/script").start(
                    ["-qec", command, "/dev/null"], environment: ["XDG_STATE_HOME": folder.path + "/state"],
                    input: "\u{15}")
                for (answer, question) in zip(answers, ["password for the guest's user: ", "the same again: "]) {
                    // What is typed before the question is shown, and by the terminal itself.
                    #expect(await eventually { running.outputSoFar.hasSuffix(question) }, "\(running.outputSoFar)")
                    try running.type(answer + "\n")
                }
                return try await running.outcome()
            }
            let same = try await ask(["geheim1", "geheim1"])
            #expect(same.status == 0, "\(same.output)")
            #expect(same.output.contains("password for the guest's user: "))
            #expect(same.output.contains("<name>n</name>"))
            #expect(!same.output.contains("geheim1"))
            let other = try await ask(["geheim1", "geheim2"])
            #expect(other.status == 64, "\(other.output)")
            #expect(other.output.contains("the two are not the same"))
        }
    }

    @Test func theDefinitionCanBeKeptInAFileAndIsValid() async throws {
        try await withTemporaryFolder { folder in
            try Self.files(in: folder)
            let uri = try testHostURI(in: folder, domains: [])
            let file = folder.path + "/n.xml"
            let outcome = try await Tool.strata.run(
                "create", "n", "--kernel", folder.path + "/kernel", "--write", file, "-c", uri,
                environment: ["XDG_STATE_HOME": folder.path + "/state"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output == "n: created and started\n")
            #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("uuid"))
            let journal = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/strata/journal")
            #expect(journal.isEmpty)
        }
    }
}
