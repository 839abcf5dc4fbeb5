package io.omerta.protocol.transaction;

import io.omerta.protocol.crypto.HashDomain;
import io.omerta.protocol.crypto.Hasher;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Text;
import io.omerta.protocol.wire.Value;
import io.omerta.protocol.wire.ValueList;

/** The native functions of transaction 01, answered by a {@link ComputePort}. */
public final class ComputeNatives {
    private static final String VM = "omerta.vm";

    /** The domain of {@code SIGN} and {@code VERIFY} in protocol files. */
    private static final HashDomain STATEMENT = HashDomain.of("omerta.statement");

    private ComputeNatives() {}

    /** A library with these functions added. */
    public static NativeLibrary added(NativeLibrary library, ComputePort port) {
        return library.with(VM, "vm_answer", (at, arguments) -> port.answer(
                                (Hash) arguments.get(0), (ByteString) arguments.get(1))
                        .<Value>map(signature -> signature)
                        .orElse(Value.Absent.INSTANCE))
                .with(
                        VM,
                        "is_connected",
                        (at, arguments) ->
                                new Value.Bool(port.isConnected((Hash) arguments.get(0), (PeerId) arguments.get(1))))
                .with(
                        VM,
                        "confirms_misuse",
                        (at, arguments) -> new Value.Bool(port.confirmsMisuse(
                                (Hash) arguments.get(0), ((Text) arguments.get(1)).text(), (Hash) arguments.get(2))));
    }

    /** What a machine signs to show that it runs. */
    public static Hash statement(Hash session, ByteString nonce, Hasher hasher) {
        return hasher.hash(STATEMENT, ValueList.of(new Text("vm"), session, nonce));
    }
}
