extension ImageCatalogue {
    /// The cloud images that strata knows without being told, for x86-64.
    ///
    /// Most makers keep the newest build at these places; all keep the checksums beside it.
    public static let shipped: [ImageEntry] =
        [("11", "bullseye"), ("12", "bookworm"), ("13", "trixie")].map(debian)
        + [("22.04", "jammy"), ("24.04", "noble")].map(ubuntu)
        + [
            entry(
                "centos-stream-9", "https://cloud.centos.org/centos/9-stream/x86_64/images",
                "CentOS-Stream-GenericCloud-9-latest.x86_64.qcow2",
                sums: "CentOS-Stream-GenericCloud-9-latest.x86_64.qcow2.SHA256SUM", system: "centos-stream9"),
            entry(
                "almalinux-9", "https://repo.almalinux.org/almalinux/9/cloud/x86_64/images",
                "AlmaLinux-9-GenericCloud-latest.x86_64.qcow2", sums: "CHECKSUM", system: "almalinux9"),
            entry(
                "rocky-9", "https://dl.rockylinux.org/pub/rocky/9/images/x86_64",
                "Rocky-9-GenericCloud.latest.x86_64.qcow2", sums: "Rocky-9-GenericCloud.latest.x86_64.qcow2.CHECKSUM",
                system: "rocky9"),
            entry(
                "fedora-42", "https://download.fedoraproject.org/pub/fedora/linux/releases/42/Cloud/x86_64/images",
                "Fedora-Cloud-Base-Generic-42-1.1.x86_64.qcow2", sums: "Fedora-Cloud-42-1.1-x86_64-CHECKSUM",
                system: "fedora42"),
            entry(
                "alpine-3.20", "https://dl-cdn.alpinelinux.org/alpine/v3.20/releases/cloud",
                "nocloud_alpine-3.20.3-x86_64-bios-cloudinit-r0.qcow2",
                sums: "nocloud_alpine-3.20.3-x86_64-bios-cloudinit-r0.qcow2.sha512", .sha512,
                system: "alpinelinux3.20"),
            entry(
                "archlinux", "https://geo.mirror.pkgbuild.com/images/latest", "Arch-Linux-x86_64-cloudimg.qcow2",
                sums: "Arch-Linux-x86_64-cloudimg.qcow2.SHA256", system: "archlinux"),
            entry(
                "opensuse-leap-15.6", "https://download.opensuse.org/distribution/leap/15.6/appliances",
                "openSUSE-Leap-15.6-Minimal-VM.x86_64-Cloud.qcow2",
                sums: "openSUSE-Leap-15.6-Minimal-VM.x86_64-Cloud.qcow2.sha256", system: "opensuse15.6"),
        ]

    private static func debian(_ version: String, _ codename: String) -> ImageEntry {
        entry(
            "debian-\(version)", "https://cloud.debian.org/images/cloud/\(codename)/latest",
            "debian-\(version)-genericcloud-amd64.qcow2", sums: "SHA512SUMS", .sha512, system: "debian\(version)")
    }

    private static func ubuntu(_ version: String, _ codename: String) -> ImageEntry {
        entry(
            "ubuntu-\(version)", "https://cloud-images.ubuntu.com/\(codename)/current",
            "\(codename)-server-cloudimg-amd64.img", sums: "SHA256SUMS", system: "ubuntu\(version)")
    }

    private static func entry(
        _ name: String, _ folder: String, _ file: String, sums: String, _ algorithm: ChecksumAlgorithm = .sha256,
        system: String
    ) -> ImageEntry {
        ImageEntry(
            name: name, url: "\(folder)/\(file)", checksumURL: "\(folder)/\(sums)", algorithm: algorithm,
            format: .qcow2, system: system)
    }
}
