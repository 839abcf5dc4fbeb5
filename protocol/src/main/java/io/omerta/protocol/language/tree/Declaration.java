package io.omerta.protocol.language.tree;

import io.omerta.protocol.language.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A declaration at the top level of a file. */
public sealed interface Declaration {
    /** Everything from the first to the last token. */
    Span span();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * {@code transaction 00 "Name" "description"}.
     *
     * @param id a number as written, or a name
     */
    record Transaction(
            Name id, Expression.StringLiteral title, Expression.@Nullable StringLiteral description, Span span)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTransaction(this);
        }
    }

    /**
     * {@code imports folder/file}.
     *
     * @param path from the root of the protocol sources, without extension
     */
    record Imports(List<Name> path, Span span) implements Declaration {
        /** Keeps its own copy of the list. */
        public Imports {
            path = List.copyOf(path);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitImports(this);
        }
    }

    /** {@code parameters ( NAME = value unit "description" ... )}. */
    record Parameters(Body<Parameter> parameters, Span span) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitParameters(this);
        }
    }

    /** {@code enum Name "description" ( MEMBER ... )}. */
    record EnumType(Name name, Expression.@Nullable StringLiteral description, Body<Name> members, Span span)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEnumType(this);
        }
    }

    /** {@code struct Name ( field type ... )}. */
    record StructType(Name name, Body<Field> fields, Span span) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStructType(this);
        }
    }

    /**
     * {@code message NAME from Role to [Role, ...] signed ( field type ... )}.
     *
     * @param sender role
     * @param recipients roles
     */
    record Message(Name name, Name sender, List<Name> recipients, boolean signed, Body<Field> fields, Span span)
            implements Declaration {
        /** Keeps its own copy of the list. */
        public Message {
            recipients = List.copyOf(recipients);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMessage(this);
        }
    }

    /**
     * {@code block NAME by [Role, ...] ( field type ... )}.
     *
     * @param writers roles
     */
    record Block(Name name, List<Name> writers, Body<Field> fields, Span span) implements Declaration {
        /** Keeps its own copy of the list. */
        public Block {
            writers = List.copyOf(writers);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /** {@code actor Name "description" ( ... )}. */
    record Actor(Name name, Expression.@Nullable StringLiteral description, Body<ActorMember> members, Span span)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitActor(this);
        }
    }

    /** {@code function NAME(parameter type, ...) -> type ( statement ... )}. */
    record Function(Name name, List<Field> parameters, TypeReference result, Body<Statement> body, Span span)
            implements Declaration {
        /** Keeps its own copy of the list. */
        public Function {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFunction(this);
        }
    }

    /** {@code native function name(parameter type, ...) -> type "library"}. */
    record NativeFunction(
            Name name, List<Field> parameters, TypeReference result, Expression.StringLiteral library, Span span)
            implements Declaration {
        /** Keeps its own copy of the list. */
        public NativeFunction {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNativeFunction(this);
        }
    }

    /**
     * {@code invariant Name "description" ( condition )}: holds in every configuration.
     *
     * @param condition exactly one expression
     */
    record Invariant(Name name, Expression.@Nullable StringLiteral description, Body<Expression> condition, Span span)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInvariant(this);
        }
    }

    /**
     * {@code eventually Name "description" within PARAMETER ( condition )}: holds at the latest after that time.
     *
     * @param deadline parameter
     * @param condition exactly one expression
     */
    record Eventually(
            Name name,
            Expression.@Nullable StringLiteral description,
            Name deadline,
            Body<Expression> condition,
            Span span)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEventually(this);
        }
    }

    /**
     * {@code composes Actor.STATE -> transaction Actor.trigger { parameter value, ... }}: entering the state calls
     * the trigger of another transaction.
     *
     * @param transaction id of the other transaction
     * @param arguments null: each parameter takes the variable of its name
     */
    record Composition(
            Name actor,
            Name state,
            Name transaction,
            Name targetActor,
            Name trigger,
            Expression.@Nullable StructLiteral arguments,
            Span span)
            implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitComposition(this);
        }
    }

    /** One method for each kind, so that the compiler finds who has forgotten one. */
    interface Visitor<R> {
        R visitTransaction(Transaction transaction);

        R visitImports(Imports imports);

        R visitParameters(Parameters parameters);

        R visitEnumType(EnumType enumType);

        R visitStructType(StructType structType);

        R visitMessage(Message message);

        R visitBlock(Block block);

        R visitActor(Actor actor);

        R visitFunction(Function function);

        R visitNativeFunction(NativeFunction nativeFunction);

        R visitInvariant(Invariant invariant);

        R visitEventually(Eventually eventually);

        R visitComposition(Composition composition);
    }
}
