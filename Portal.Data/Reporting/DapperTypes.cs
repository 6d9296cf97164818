using System.Data;
using System.Globalization;
using Dapper;

namespace Portal.Data.Reporting;

/// <summary>
/// Values that mean the same on both engines. SQLite keeps dates as ISO text, SQL Server as its own types; times are UTC,
/// to the second.
/// </summary>
internal static class DapperTypes
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTime));
        SqlMapper.AddTypeHandler(new TimeHandler());
        SqlMapper.AddTypeHandler(new DateHandler());
        SqlMapper.AddTypeHandler(new FigureHandler());
    }

    /// <summary>
    /// An expression has no type of its own in SQLite: one row may give 10 and the next 10.5, where Dapper expects all
    /// rows to be like the first.
    /// </summary>
    private sealed class FigureHandler : SqlMapper.TypeHandler<double>
    {
        public override void SetValue(IDbDataParameter parameter, double value) => parameter.Value = value;

        public override double Parse(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = parameter is Microsoft.Data.Sqlite.SqliteParameter ? DbType.String : DbType.Date;
            parameter.Value = parameter.DbType == DbType.String
                ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : value.ToDateTime(TimeOnly.MinValue);
        }

        public override DateOnly Parse(object value) => value switch
        {
            DateOnly date => date,
            DateTime time => DateOnly.FromDateTime(time),
            _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private sealed class TimeHandler : SqlMapper.TypeHandler<DateTime>
    {
        public override void SetValue(IDbDataParameter parameter, DateTime value)
        {
            if (value.Kind == DateTimeKind.Local)
                value = value.ToUniversalTime();
            // datetime2(0) would round up what the text of SQLite drops.
            value = new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
            if (parameter is Microsoft.Data.Sqlite.SqliteParameter)
            {
                parameter.DbType = DbType.String;
                parameter.Value = value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
                return;
            }
            parameter.DbType = DbType.DateTime2;
            parameter.Value = value;
        }

        public override DateTime Parse(object value) => value is DateTime time
            ? DateTime.SpecifyKind(time, DateTimeKind.Utc)
            : DateTime.ParseExact((string)value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }
}
