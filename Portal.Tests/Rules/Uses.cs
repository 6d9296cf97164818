using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Portal.Tests.Rules;

/// <summary>
/// What a type makes use of, read from its signatures and its compiled code. What the compiler made for lambdas and
/// async methods counts as the type it was written in.
/// </summary>
internal static class Uses
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>The types that were written by hand, without those inside others.</summary>
    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.IsNested && !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    /// <summary>The members that a type and the types inside it call, read or are made of; a type stands for itself.</summary>
    public static HashSet<MemberInfo> Of(Type type)
    {
        var used = new HashSet<MemberInfo>();
        Collect(type, used);
        return used;
    }

    /// <summary>The type that a member belongs to, or the type itself.</summary>
    public static Type TypeOf(MemberInfo member) => member as Type ?? member.DeclaringType ?? typeof(object);

    private static void Collect(Type type, HashSet<MemberInfo> used)
    {
        Add(type.BaseType, used);
        foreach (var contract in type.GetInterfaces())
            Add(contract, used);
        foreach (var attribute in type.GetCustomAttributesData())
            Add(attribute.AttributeType, used);
        foreach (var field in type.GetFields(Own))
            Add(field.FieldType, used);
        foreach (var property in type.GetProperties(Own))
        {
            Add(property.PropertyType, used);
            foreach (var attribute in property.GetCustomAttributesData())
                Add(attribute.AttributeType, used);
        }
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
        {
            foreach (var parameter in method.GetParameters())
                Add(parameter.ParameterType, used);
            Add((method as MethodInfo)?.ReturnType, used);
            Read(method, used);
        }
        foreach (var nested in type.GetNestedTypes(Own))
            Collect(nested, used);
    }

    private static void Add(Type? type, HashSet<MemberInfo> used)
    {
        if (type is null)
            return;
        used.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        if (type.HasElementType)
            Add(type.GetElementType(), used);
        foreach (var argument in type.GenericTypeArguments)
            Add(argument, used);
    }

    private static void Read(MethodBase method, HashSet<MemberInfo> used)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
            return;
        foreach (var local in body.LocalVariables)
            Add(local.LocalType, used);
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (var i = 0; i < code.Length;)
        {
            var value = code[i] == 0xFE ? unchecked((short)((code[i] << 8) | code[++i])) : code[i];
            i++;
            var operand = Codes[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(code, i), typeArguments, methodArguments) is { } member)
            {
                Add(TypeOf(member), used);
                if (member is not Type)
                    used.Add(member);
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments())
                        Add(argument, used);
                }
            }
            i += Length(operand, code, i);
        }
    }

    private static int Length(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
