package io.omerta.protocol.machine;

import io.omerta.protocol.language.model.FunctionModel;
import io.omerta.protocol.language.model.RecordModel;
import io.omerta.protocol.language.model.StatementModel;
import io.omerta.protocol.language.model.Term;
import io.omerta.protocol.language.model.Type;
import io.omerta.protocol.wire.StructShape;
import io.omerta.protocol.wire.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiles expressions and functions of one transaction to nodes. */
final class TermCompiler {
    /**
     * Nodes in each other, functions called included, so that evaluation stays well within the stack of a thread.
     */
    private static final int HEIGHT_MAX = 2000;

    private final Map<String, Value> parameters;
    private final Map<String, Integer> actors;
    private final Map<String, FunctionBody> functions = new TreeMap<>();

    private int depth;
    private int deepest;

    /**
     * @param parameters values of the transaction's parameters by name
     * @param actors places of the actors by name
     */
    TermCompiler(Map<String, Value> parameters, Map<String, Integer> actors) {
        this.parameters = parameters;
        this.actors = actors;
    }

    @Nullable
    Node compileOptional(@Nullable Term term) {
        return term == null ? null : compile(term);
    }

    Node compile(Term term) {
        deepest = Math.max(deepest, ++depth);
        Node node = node(term);
        depth--;
        return node;
    }

    Node[] compileAll(List<Term> terms) {
        return terms.stream().map(this::compile).toArray(Node[]::new);
    }

    /** A record of the given shape, which has the first fields of the record. */
    CompositeNode.RecordLiteral compileRecord(Term.RecordOf term, StructShape shape) {
        return new CompositeNode.RecordLiteral(shape, term.record(), compileAll(term.fields()), term.span());
    }

    private Node node(Term term) {
        if (term instanceof Term.Constant constant) {
            return new NameNode.Constant(constant.value(), constant.span());
        }
        if (term instanceof Term.ParameterValue parameter) {
            return new NameNode.Constant(
                    parameters.getOrDefault(
                            parameter.parameter().name(), parameter.parameter().value()),
                    parameter.span());
        }
        if (term instanceof Term.Variable variable) {
            return new NameNode.Variable(variable.slot(), variable.span());
        }
        if (term instanceof Term.Local local) {
            return new NameNode.Local(local.index(), local.span());
        }
        if (term instanceof Term.Sender sender) {
            return new NameNode.Sender(sender.span());
        }
        if (term instanceof Term.Self self) {
            return new NameNode.Self(self.span());
        }
        if (term instanceof Term.OwnChain chain) {
            return new HostBuiltins.OwnChain(chain.span());
        }
        if (term instanceof Term.Instances instances) {
            return new NameNode.Instances(place(instances.actor().name()), instances.span());
        }
        if (term instanceof Term.FieldOf field) {
            return new PartNode.Field(compile(field.target()), field.field(), field.span());
        }
        if (term instanceof Term.ElementOf element) {
            Node target = compile(element.target());
            Node index = compile(element.index());
            return element.target().type() instanceof Type.MapOf
                    ? new PartNode.MapElement(target, index, element.span())
                    : new PartNode.ListElement(target, index, element.span());
        }
        if (term instanceof Term.Conditional conditional) {
            return new CompositeNode.Conditional(
                    compile(conditional.condition()),
                    compile(conditional.whenTrue()),
                    compile(conditional.whenFalse()),
                    conditional.span());
        }
        if (term instanceof Term.ListOf list) {
            return new CompositeNode.ListLiteral(compileAll(list.elements()), list.span());
        }
        if (term instanceof Term.RecordOf record) {
            return compileRecord(record, shapeOf(record));
        }
        return operation(term);
    }

    private Node operation(Term term) {
        if (term instanceof Term.Binary binary) {
            return binary(binary);
        }
        if (term instanceof Term.Not not) {
            return new TruthNode.Not(compile(not.operand()), not.span());
        }
        if (term instanceof Term.Negate negate) {
            return new NumberNode.Negation(compile(negate.operand()), negate.type(), negate.span());
        }
        if (term instanceof Term.Widen widen) {
            return new ConversionNode.Widen(compile(widen.integer()), widen.span());
        }
        if (term instanceof Term.NotNegative notNegative) {
            return new ConversionNode.NotNegative(compile(notNegative.integer()), notNegative.span());
        }
        if (term instanceof Term.Lambda lambda) {
            return new LambdaNode(lambda.parameter(), compile(lambda.body()), lambda.span());
        }
        if (term instanceof Term.CallFunction call) {
            FunctionBody function = function(call.function());
            deepest = Math.max(deepest, depth + function.height);
            requireHeight(deepest, call.function());
            return new CallNode.Declared(function, compileAll(call.arguments()), call.span());
        }
        if (term instanceof Term.CallNative call) {
            return new CallNode.Native(call.function(), compileAll(call.arguments()), call.span());
        }
        Term.CallBuiltin call = (Term.CallBuiltin) term;
        return new BuiltinNode(Builtins.computation(call), compileAll(call.arguments()), call.type(), call.span());
    }

    private Node binary(Term.Binary term) {
        Node left = compile(term.left());
        Node right = compile(term.right());
        return switch (term.operator()) {
            case OR -> new TruthNode.Or(left, right, term.span());
            case AND -> new TruthNode.And(left, right, term.span());
            case EQUAL -> new TruthNode.Equality(left, right, true, term.span());
            case NOT_EQUAL -> new TruthNode.Equality(left, right, false, term.span());
            case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> new TruthNode.Order(
                    term.operator(), left, right, term.span());
            case ADD -> term.type() instanceof Type.ListOf
                            || term.type() == Type.Scalar.STRING
                            || term.type() == Type.Scalar.BYTES
                    ? new JoinNode(left, right, term.span())
                    : time(term, new NumberNode.Sum(left, right, numberType(term), term.span()));
            case SUBTRACT -> time(term, new NumberNode.Difference(left, right, numberType(term), term.span()));
            case MULTIPLY -> isFraction(term.left()) && isFraction(term.right())
                    ? new NumberNode.FractionProduct(left, right, term.span())
                    : new NumberNode.Product(left, right, term.type(), term.span());
            case DIVIDE -> term.type() == Type.Scalar.DURATION
                    ? new NumberNode.Quotient(left, right, term.type(), term.span())
                    : new NumberNode.Ratio(left, right, term.span());
        };
    }

    /** What arithmetic on timestamps yields before it is known to be a timestamp. */
    private static Type numberType(Term.Binary term) {
        return term.type() == Type.Scalar.TIMESTAMP ? Type.Scalar.DURATION : term.type();
    }

    private static Node time(Term.Binary term, Node result) {
        return term.type() == Type.Scalar.TIMESTAMP ? new NumberNode.Time(result, term.span()) : result;
    }

    private static boolean isFraction(Term term) {
        return term.type() == Type.Scalar.FIXED;
    }

    private FunctionBody function(FunctionModel model) {
        FunctionBody known = functions.get(model.name());
        if (known != null) {
            return known;
        }
        TermCompiler inner = new TermCompiler(parameters, actors);
        inner.functions.putAll(functions);
        Instruction[] body = inner.instructions(model.body());
        FunctionBody function = new FunctionBody(model, body, inner.deepest);
        functions.putAll(inner.functions);
        functions.put(model.name(), function);
        return function;
    }

    private Instruction[] instructions(List<StatementModel> statements) {
        deepest = Math.max(deepest, ++depth);
        Instruction[] instructions = statements.stream().map(this::instruction).toArray(Instruction[]::new);
        depth--;
        return instructions;
    }

    private Instruction instruction(StatementModel statement) {
        if (statement instanceof StatementModel.Return result) {
            return new Instruction.Return(compile(result.value()));
        }
        if (statement instanceof StatementModel.SetLocal set) {
            return new Instruction.SetLocal(set.local(), compile(set.value()));
        }
        if (statement instanceof StatementModel.SetElement set) {
            return new Instruction.SetElement(set.local(), compile(set.index()), compile(set.value()));
        }
        StatementModel.ForEach loop = (StatementModel.ForEach) statement;
        return new Instruction.ForEach(loop.local(), compile(loop.iterable()), instructions(loop.body()));
    }

    private static void requireHeight(int height, FunctionModel function) {
        if (height > HEIGHT_MAX) {
            throw new IllegalArgumentException("a call of " + function.name() + " nests " + height
                    + " expressions in each other, at most " + HEIGHT_MAX + " allowed: let it call fewer functions");
        }
    }

    private int place(String actor) {
        Integer place = actors.get(actor);
        if (place == null) {
            throw new IllegalArgumentException("there is no actor " + actor);
        }
        return place;
    }

    /** A literal of a signed message lacks the signature: only sending adds it. */
    private static StructShape shapeOf(Term.RecordOf term) {
        RecordModel record = term.record();
        return term.fields().size() == record.fields().size()
                ? record.shape()
                : new SignedBody(record.shape()).unsigned();
    }
}
