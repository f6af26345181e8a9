import Glibc
import Testing

@testable import LibvirtXML

/// Texts and files that several suites use.
enum TestDocuments {
    static let web = """
        <?xml version="1.0"?>
        <!-- the web server -->
        <domain type='kvm'>
          <name>web</name>  <!-- as in DNS -->
          <memory unit='MiB'>512</memory>
          <vcpu current="1">2</vcpu>
          <os>
            <type arch='x86_64' machine="q35">hvm</type>
            <kernel>/boot/vmlinuz</kernel>
            <cmdline>console=ttyS0 a=&quot;b&quot; &amp; c</cmdline>
          </os>
          <devices>
            <!-- system -->
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2'/>
              <source file='/images/web.qcow2' />
              <target dev='vda' bus='virtio'/>
            </disk>
            <interface type="network">
              <source network="default"/>
              <model type="virtio"/>
            </interface>
            <serial type='pty'/>
          </devices>
        </domain>

        """

    /// Runs `body` with a new folder, which is gone afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = "/tmp/strata-xml-\(UInt64.random(in: 0 ... .max))"
        try #require(mkdir(folder, 0o755) == 0)
        defer {
            for name in names(in: folder) { unlink(folder + "/" + name) }
            rmdir(folder)
        }
        return try body(folder)
    }

    static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    static func save(_ text: String, to path: String) throws {
        let file = try #require(fopen(path, "w"))
        let bytes = Array(text.utf8)
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        fclose(file)
    }
}
