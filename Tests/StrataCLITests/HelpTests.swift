import Testing
import TestSupport

/// What a reader sees, letter by letter, on a terminal of 80 columns.
@Suite("Help texts") struct HelpTests {
    private func expect(_ arguments: [String], _ text: String) async throws {
        let outcome = try await Tool.strata.run(arguments + ["--help"], environment: ["COLUMNS": "80"])
        #expect(outcome.output == text)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
    }

    @Test func theRootNamesAllCommandsInGroups() async throws {
        try await expect(
            [],
            """
            OVERVIEW: Virtual machines on KVM/QEMU through libvirt, and the layers they
            stand on.

            Examples:
              strata run domains/hello.xml   boot a guest, and leave nothing behind
              strata list --all              all guests, running or not
              strata layers                  the host and its guests as a picture

            USAGE: strata <subcommand>

            OPTIONS:
              --version               Show the version.
              -h, --help              Show help information.

            GUESTS SUBCOMMANDS:
              create                  Make a guest: its disks, its definition, its first
                                      boot; wholly or not at all.
              run                     Boot a guest from a definition, watch its console,
                                      leave nothing behind.
              list                    List guests: the running ones, or all.
              info                    Show guests: state, resources, devices and their
                                      style.
              start                   Boot guests that are defined and shut off.
              stop                    Ask guests to shut down, wait, and switch off those
                                      that do not.
              reboot                  Ask guests to reboot, or reset them.
              pause                   Let guests stand still; their memory stays.
              resume                  Let paused guests go on.
              save                    Write guests' memory to disk and switch them off.
              restore                 Let saved guests go on from where they were.
              autostart               Choose whether guests start with the host.
              rename                  Give a guest that is off another name.
              tag                     Put labels on guests, take them off, or show them.
              events                  Print what happens to guests, as it happens.
              delete                  Delete guests with everything that is kept for them.

            REACHING GUESTS SUBCOMMANDS:
              wait                    Wait until a guest has come so far, as proven by what
                                      it does.
              console                 Connect the terminal to a guest's console; Ctrl-]
                                      leaves.
              ip                      Print a guest's address, the most useful one first.
              ssh                     Log in to a guest over SSH, at the address that it
                                      has now.
              exec                    Run a command in a guest through QEMU's agent,
                                      without any network.
              cp                      Copy a file into a guest or out of it.
              view                    Show a guest's screen in virt-viewer, or print where
                                      it can be seen.
              screenshot              Write a picture of a guest's screen to a file.
              sendkey                 Press keys on a guest's keyboard.

            DEFINITIONS SUBCOMMANDS:
              define                  Keep a guest's definition on the host, without
                                      starting it.
              undefine                Remove guests' definitions from the host; disks stay.
              validate                Check definitions against libvirt's schemas and for
                                      what no schema can ask.
              fmt                     Bring definition files into the usual layout;
                                      comments and order stay.
              diff                    Show what is really different between two
                                      definitions, and when it can take effect.
              get                     Print one part of a definition: a field by its name,
                                      or what an XPath finds.
              set                     Change the common parts of a guest, or of its
                                      definition file; all else stays as it is.
              plan                    Show what of a folder of definitions the host does
                                      not have, and when it could.
              apply                   Make the host have what a folder of definitions says.
              import                  Write guests' definitions to files, without what
                                      libvirt filled in.
              edit                    Edit a guest's definition in $VISUAL or $EDITOR.
              watch-drift             Print where the host differs from a folder of
                                      definitions, as soon as it does.
              render                  Print a definition with its relative paths resolved,
                                      for other tools.

            IMAGES SUBCOMMANDS:
              image                   Disk images that guests are made of: fetch them, look
                                      at them, remove them.
              os                      Operating systems: the ones that are known, and the
                                      machine that each should have.

            HOST SUBCOMMANDS:
              layers                  Draw the layers that guests stand on: hardware, host
                                      OS, VMM, guests.
              path                    Follow a guest's requests hop by hop: driver, device,
                                      thread, image or tap, host driver, hardware.
              overhead                Measure where the host's time and memory go: guests,
                                      VMM, kernel, everything else.
              top                     Watch what guests use, live: processors, memory,
                                      disks, networks, waiting.
              advise                  Say what could be better with guests and their host,
                                      why, and what would change it.
              host                    Show what the host has for guests.
              doctor                  Look a host over: what is missing, why it matters,
                                      and what mends it.
              orphans                 List what takes room and belongs to nobody: volumes,
                                      downloads, what guests left behind.
              version                 Show the versions of strata, libvirt and the
                                      hypervisor, and the connection in use.

              See 'strata help <subcommand>' for detailed help.

            """)
    }

    @Test func aVerbForSeveralGuests() async throws {
        try await expect(
            ["pause"],
            """
            OVERVIEW: Let guests stand still; their memory stays.

            A guest that stands still uses no processor, and its clock stands, too.

            Example:
              strata pause web

            USAGE: strata pause [<names> ...] [--all] [--state <state> ...] [--tag <name=value> ...] [--connect <uri>] [--format <format>] [--quiet]

            ARGUMENTS:
              <names>                 Names of guests, or patterns such as 'web-*'.

            OPTIONS:
              -a, --all               All guests for which it makes sense.
              --state <state>         Only guests in that state, such as running, paused or
                                      off; repeatable.
              --tag <name=value>      Only guests with that label, or with any value of it;
                                      repeatable.
              -c, --connect <uri>     The connection, such as qemu:///system or
                                      qemu+ssh://host/system.
                    Without it: LIBVIRT_DEFAULT_URI, libvirt.conf, the system daemon, the
                    user's own daemon, or libvirt's driver inside strata, whichever is
                    there first.
              --format <format>       How results are printed: table for people, json for
                                      programs. (values: table, json; default: table)
              -q, --quiet             Print no notes on standard error, only results and
                                      errors.
              --version               Show the version.
              -h, --help              Show help information.


            """)
    }

    @Test func aVerbWithWordsOfItsOwn() async throws {
        try await expect(
            ["sendkey"],
            """
            OVERVIEW: Press keys on a guest's keyboard.

            Keys that are joined by + are pressed together; several combinations, one after
            the other. The serial console has no such keyboard: type there with strata
            console NAME --send.

            Example:
              strata sendkey web ctrl+alt+f1

            USAGE: strata sendkey <name> <keys> ... [--hold <time>] [--connect <uri>] [--format <format>] [--quiet]

            ARGUMENTS:
              <name>                  The guest's name.
              <keys>                  Keys such as a, enter, f12 or ctrl+alt+delete.

            OPTIONS:
              --hold <time>           How long each combination is held, such as 500ms.
                                      (default: 50ms)
              -c, --connect <uri>     The connection, such as qemu:///system or
                                      qemu+ssh://host/system.
                    Without it: LIBVIRT_DEFAULT_URI, libvirt.conf, the system daemon, the
                    user's own daemon, or libvirt's driver inside strata, whichever is
                    there first.
              --format <format>       How results are printed: table for people, json for
                                      programs. (values: table, json; default: table)
              -q, --quiet             Print no notes on standard error, only results and
                                      errors.
              --version               Show the version.
              -h, --help              Show help information.


            """)
    }

    @Test func aVerbWithACommandBehindIt() async throws {
        try await expect(
            ["ssh"],
            """
            OVERVIEW: Log in to a guest over SSH, at the address that it has now.

            A guest's SSH keys are kept by its UUID, not by an address that another guest
            had before. Where QEMU's agent answers, they are read through it, so that
            nobody can stand in between; else the first key seen is kept, and another one
            is refused. Over a qemu+ssh connection, that host is the way to the guest.

            Example:
              strata ssh web -- uptime
              strata ssh web --user root --key id_lab

            USAGE: strata ssh [<options>] <name> [-- <command> ...]

            ARGUMENTS:
              <name>                  The guest's name.
              <command>               The command to run there; without one, a shell.

            OPTIONS:
              --user <user>           The user in the guest; without it, the one of its
                                      first boot, or ssh's own choice.
              --key <file>            The file of the private key.
              --wait <time>           Wait so long until its SSH server answers, such as 2m.
              -c, --connect <uri>     The connection, such as qemu:///system or
                                      qemu+ssh://host/system.
                    Without it: LIBVIRT_DEFAULT_URI, libvirt.conf, the system daemon, the
                    user's own daemon, or libvirt's driver inside strata, whichever is
                    there first.
              --format <format>       How results are printed: table for people, json for
                                      programs. (values: table, json; default: table)
              -q, --quiet             Print no notes on standard error, only results and
                                      errors.
              --version               Show the version.
              -h, --help              Show help information.


            """)
    }
}
