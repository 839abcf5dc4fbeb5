package io.omerta.protocol.language.check;

import io.omerta.protocol.language.source.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that stand for nothing, or for something that has no place there. */
class NameCodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    MEMBER | OPEN -> END on «REPLI»                                              | `REPLI` is not a message or a trigger of `Buyer`; did you mean `REPLY`?
                    MEMBER | OPEN -> END on «bye»                                                | `bye` is not a message or a trigger of `Buyer`; did you mean `buy`?
                    MEMBER | ignore «REPLAY» IDLE -> END on buy                                  | `REPLAY` is not a message; did you mean `REPLY`?
                    MEMBER | OPEN -> END collect «VOTE» from sellers until 1 by voter into votes | `VOTE` is not a message; there are `ASK`, `CLOSE` and `REPLY`
                    """)
    void e07TellsEventsThatAreNeitherMessagesNorTriggers(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E07, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | SEND(seller, «AKS»)  | `AKS` is not a message; did you mean `ASK`?
                    ACTION | SEND(seller, «SALE») | `SALE` is not a message; there are `ASK`, `CLOSE` and `REPLY`
                    """)
    void e08TellsUnknownMessagesSent(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E08, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | BROADCAST(sellers, «CLOSED» { reason "x" }) | `CLOSED` is not a message; did you mean `CLOSE`?
                    """)
    void e09TellsUnknownMessagesBroadcast(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E09, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | APPEND(chain, «SAIL») | `SAIL` is not a block; did you mean `SALE`?
                    """)
    void e10TellsUnknownBlocks(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E10, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | count = «TWISE»(1)      | `TWISE` is not a function; did you mean `TWICE`?
                    ACTION | count = «twice»(1)      | `twice` is not a function; did you mean `TWICE`?
                    ACTION | count = «TWICE(1)»(2)   | only a function is called, by its name; this is a value
                    ACTION | count = «UNHEARD_OF»(2) | `UNHEARD_OF` is not a function; none of the 53 has a similar name
                    """)
    void e12TellsUnknownFunctions(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E12, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | color = «Colour».RED | `Colour` is not an enum; did you mean `Color`?
                    ACTION | color = «Shade».RED  | `Shade` is not an enum; there are `Color` and `Fruit`
                    """)
    void e13TellsUnknownEnums(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E13, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | color = Color.«BLUE» | `BLUE` is not a member of `Color`; there are `GREEN` and `RED`
                    ACTION | color = Color.«GREN» | `GREN` is not a member of `Color`; did you mean `GREEN` or `RED`?
                    """)
    void e14TellsUnknownMembersOfEnums(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E14, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION | color = «GREEN»                             | `GREEN` is a member of `Color` and `Fruit`; write `Color.GREEN`
                    ACTION | color = «APPLE»                             | `APPLE` is a member of `Fruit`, but `Color` is needed here; its members are `RED` and `GREEN`
                    ACTION | color = Color.«APPLE»                       | `APPLE` is no member of `Color`, but of `Fruit`
                    FILE   | enum Third ( RED ) parameters ( A = «RED» ) | `RED` is a member of `Color` and `Third`, which a parameter cannot tell apart; rename one
                    """)
    void e15TellsMembersOfOtherOrSeveralEnums(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E15, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    ACTION  | count = «countt»                                                   | `countt` is not known here; did you mean `count`?
                    ACTION  | count = «nowhere_at_all»                                           | `nowhere_at_all` is not known here; none of the 16 has a similar name
                    ACTION  | «cuont» = 1                                                        | `cuont` is not a variable of `Buyer`; did you mean `count`?
                    ACTION  | SEND(seller, ASK { «amout» 1 })                                    | `amout` is not a field of `ASK`; there are `count`, `terms` and `timestamp`
                    ACTION  | count = terms.«amont»                                              | `amont` is not a field of `Terms`; did you mean `amount`?
                    ACTION  | store «price»                                                      | `price` is not a parameter of the trigger at hand; there are `count` and `seller`
                    ACTION  | ok = «message» == null                                             | no message is at hand here; `message` is for transitions `on` a message
                    HANDLER | store «colour»                                                     | `colour` is not a field of `REPLY`; did you mean `color`?
                    HANDLER | ok = message.«hue» == null                                         | `hue` is not a field of `REPLY`; there are `color`, `reason`, `signature` and `voter`
                    BODY    | f = «later» later = 1.0 RETURN b                                   | `later` is read before it is assigned; assign it above, `null` if need be
                    BODY    | «total»[0] = 1 RETURN b                                            | `total` is not a variable that was assigned before in this function; none of the 15 has a similar name
                    FILE    | parameters ( A = B B = «A» )                                       | `A` takes its value from itself; give one of the parameters a number
                    FILE    | parameters ( A = «LIMITS» )                                        | `LIMITS` is not a parameter or a member of an enum; did you mean `LIMIT`?
                    FILE    | invariant I ( «peer_id» == null )                                  | the property `I` speaks of all actors and has no `peer_id`, the identity of an actor; name an actor: `ALL(Actor, a => ...)`
                    FILE    | invariant I ( ALL(Seller, s => s.state == «END») )                 | a state is named with its actor: `Seller.END`
                    ACTION  | count = READ(seller, "«balanse»")                                  | `balanse` is not known of a peer; did you mean `balance`?
                    MEMBER  | OPEN -> END collect REPLY from sellers until 1 by «who» into votes | `who` is not a field of `REPLY`; there are `color`, `reason`, `signature` and `voter`
                    """)
    void e24TellsUnknownNames(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E24, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            textBlock =
                    """
                    MEMBER | OPEN -> END on «ASK»                       | `ASK` is not sent to `Buyer`, but to `Seller`; add the role to its `to`
                    MEMBER | defer «ASK» IDLE -> END on buy             | `ASK` is not sent to `Buyer`, but to `Seller`; add the role to its `to`
                    FILE   | message BAD from «Byer» to [Seller] ( )    | `Byer` is not an actor; did you mean `Buyer`?
                    FILE   | message BAD from Buyer to [«Network2»] ( ) | `Network2` is not an actor; there are `Buyer` and `Seller`
                    FILE   | message BAD from «Network» to [Seller] ( ) | `Network` stands for all recipients; it neither sends nor appends
                    FILE   | block BAD by [«Bank»] ( )                  | `Bank` is not an actor; there are `Buyer` and `Seller`
                    """)
    void e25TellsRolesThatDoNotReceiveOrAreNoActors(Example.Place place, String example, String message) {
        Example.of(place, example).assertTold(Code.E25, message);
    }
}
