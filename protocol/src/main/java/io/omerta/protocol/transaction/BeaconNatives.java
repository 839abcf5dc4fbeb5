package io.omerta.protocol.transaction;

import io.omerta.protocol.machine.UnanswerableException;
import io.omerta.protocol.wire.ByteString;
import io.omerta.protocol.wire.Hash;
import io.omerta.protocol.wire.PeerId;
import io.omerta.protocol.wire.Struct;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;

/** The native functions of {@code omerta.beacon}: which beacon holds, and which is to be made. */
public final class BeaconNatives {
    private static final String BEACON = "omerta.beacon";
    private static final StructShape MAKING = StructShape.of("Making", "epoch", "present");

    private final BeaconPort beacons;

    private BeaconNatives(BeaconPort beacons) {
        this.beacons = beacons;
    }

    /** A library with these functions added. */
    public static NativeLibrary added(NativeLibrary library, BeaconPort beacons) {
        BeaconNatives natives = new BeaconNatives(beacons);
        return library.with(BEACON, "beacon_at", natives::beaconAt)
                .with(BEACON, "making_at", natives::makingAt)
                .with(BEACON, "anchor_chain", natives::anchorChain)
                .with(BEACON, "follow", natives::follow);
    }

    private Value beaconAt(NativeCall at, List<Value> arguments) {
        return beacons.of(epoch(arguments)).<Value>map(Beacon::toStruct).orElse(Value.Absent.INSTANCE);
    }

    private Value makingAt(NativeCall at, List<Value> arguments) {
        long epoch = epoch(arguments);
        return beacons.newest(epoch)
                .<Value>map(present -> Struct.of(MAKING, new Value.Int(epoch + 1), present.toStruct()))
                .orElse(Value.Absent.INSTANCE);
    }

    private Value anchorChain(NativeCall at, List<Value> arguments) {
        return beacons.anchorChain((PeerId) arguments.get(0), (Hash) arguments.get(1))
                .<Value>map(chain -> chain)
                .orElse(Value.Absent.INSTANCE);
    }

    private Value follow(NativeCall at, List<Value> arguments) {
        return new Value.Bool(beacons.follow(Beacon.of((Struct) arguments.get(0)), (ByteString) arguments.get(1)));
    }

    /** The number of the epoch in which a time lies. */
    private static long epoch(List<Value> arguments) {
        long lengthMillis = ((Value.Int) arguments.get(1)).value();
        if (lengthMillis < 1) {
            throw new UnanswerableException("an epoch lasts at least 1 ms, but was to last " + lengthMillis);
        }
        return ((Value.Timestamp) arguments.get(0)).millis() / lengthMillis;
    }
}
