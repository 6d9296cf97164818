namespace Portal.Tests.Nightly;

/// <summary>The files that a <see cref="MadeNight"/> begins with. All is made up.</summary>
internal static class MadeFiles
{
    private const string Municipalities = """
        code,name,county_code,county_name,population,population_date,neighbours
        9901,Exempelby,99,Exempellän,14230,2024-12-31,9902
        9902,Provköping,99,Exempellän,8615,2024-12-31,9901

        """;

    private const string Units = """
        unit_id,municipality_code,service_area,name,provider,ownership,organisation_number,children
        e1,9901,forskola,Solrosen,Exempelby kommun,municipal,212000-9901,40
        e2,9901,forskola,Blåklinten,Exempelby kommun,municipal,212000-9901,55
        e3,9901,forskola,Vitsippan,Sippan AB,private,556000-1234,18
        e4,9901,forskola,Tussilagon,Exempelby kommun,municipal,212000-9901,
        e5,9902,forskola,Solrosen,Provköpings kommun,municipal,212000-9902,33

        """;

    private const string Questions = """
        question_id,area,wording,quality_factor
        q1,Helhet,Hur nöjd är du med förskolan?,helhet
        q2,Trygghet,Mitt barn känner sig tryggt,trygghet

        """;

    /// <summary>Floor 5, so that e3's four answers are protected; the shares and means agree with the answers.</summary>
    private const string Results = """
        question_id,scope,subject,period,sex,state,respondents,invited,response_rate,share,mean,a1,a2,a3,a4
        q1,,e1,2023,T,,20,25,80,80,4.1,50,30,20,0
        q1,,e2,2023,T,,30,40,75,90,4.4,60,30,10,0
        q1,,e3,2023,T,,4,10,40,60,3.6,40,20,40,0
        q2,,e1,2023,T,,20,25,80,60,3.6,40,20,40,0
        q2,,e2,2023,T,,30,40,75,80,4.1,50,30,20,0
        q1,,e1,2024,T,,22,25,88,90,4.4,60,30,10,0
        q1,,e2,2024,T,,10,40,25,80,4.1,50,30,20,0
        q1,,e4,2024,T,,12,15,80,60,3.6,40,20,40,0
        q2,,e1,2024,T,,22,25,88,80,4.1,50,30,20,0
        q1,municipality,9902,2024,T,,100,150,66.7,70,,,,,

        """;

    private const string Survey = """
        {
          "kind": "survey",
          "source": { "id": "enkaten", "name": "Provenkäten", "publisher": "Institutet", "credit": "Källa: Institutet" },
          "files": { "questions": { "path": "questions.csv" }, "results": { "path": "results.csv" } },
          "survey": {
            "id": "prov",
            "name": "Provenkäten",
            "serviceArea": "forskola",
            "asked": "vårdnadshavare",
            "respondentFloor": 5,
            "scale": {
              "id": "prov-4",
              "name": "Fyra steg",
              "answers": [
                { "label": "Helt", "score": 5, "positive": true },
                { "label": "Delvis", "score": 4, "positive": true },
                { "label": "Inte", "score": 2 },
                { "label": "Vet inte" }
              ]
            },
            "questions": { "headline": "q1" },
            "figures": [ { "file": "results", "values": [ { "column": "share", "kind": "share" }, { "column": "mean", "kind": "mean" } ] } ],
            "answers": [ { "file": "results", "values": { "a1": 1, "a2": 2, "a3": 3, "a4": 4 } } ]
          }
        }
        """;

    // A survey institute's files: reports that figures point at, names instead of ids, repeated figures of the municipality.
    private const string Reports = """
        report,school,name,year,answered,asked,rate,pdf
        r1,s1,Solrosen förskola,2024,20,25,80,a.pdf
        r2,s2,Blåklinten förskola,2024,13,20,65,b.pdf
        r3,s3,Maskrosen,2024,30,40,75,c.pdf
        r4,s4,Solrosen,2023,18,25,72,d.pdf

        """;

    private const string Means = """
        report,question,unit,city
        r1,7,4.1,4.0
        r2,7,4.4,4.0
        r3,7,3.6,3.9
        r4,7,4.2,4.1

        """;

    private const string Sexes = """
        report,question,all,girls,boys
        r1,7,80,82,78
        r2,7,90,95,85
        r3,7,60,,61

        """;

    private const string Joined = """
        {
          "kind": "survey",
          "source": { "id": "institutet", "name": "Institutets enkät", "publisher": "Institutet", "credit": "Källa: Institutet" },
          "files": {
            "questions": { "path": "joined/questions.csv" },
            "reports": { "path": "joined/reports.csv" },
            "means": { "path": "joined/means.csv" },
            "sexes": { "path": "joined/sexes.csv" }
          },
          "survey": {
            "id": "inst",
            "name": "Institutets enkät",
            "serviceArea": "forskola",
            "municipality": "9901",
            "asked": "vårdnadshavare",
            "respondentFloor": 7,
            "sourceKeepsFloor": true,
            "ownUnitPrefix": "inst-",
            "questions": { "headline": "7", "columns": { "question_id": "id", "wording": "text" } },
            "reports": {
              "file": "reports",
              "columns": {
                "report": "report", "subject": "school", "subject_name": "name", "period": "year",
                "respondents": "answered", "invited": "asked", "response_rate": "rate", "document": "pdf"
              }
            },
            "figures": [
              { "file": "sexes", "columns": { "question_id": "question" }, "values": [
                { "column": "all", "kind": "share" },
                { "column": "girls", "kind": "share", "sex": "K" },
                { "column": "boys", "kind": "share", "sex": "M" } ] },
              { "file": "means", "columns": { "question_id": "question" }, "values": [
                { "column": "unit", "kind": "mean" },
                { "column": "city", "kind": "mean", "scope": "municipality", "subject": "9901" } ] }
            ]
          }
        }
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["municipalities.csv"] = Municipalities,
        ["units.csv"] = Units,
        ["questions.csv"] = Questions,
        ["results.csv"] = Results,
        ["joined/questions.csv"] = "id,area,text\n7,Helhet,Jag är nöjd med förskolan\n",
        ["joined/reports.csv"] = Reports,
        ["joined/means.csv"] = Means,
        ["joined/sexes.csv"] = Sexes,
        ["kommuner.json"] = """
            {
              "kind": "municipalities",
              "source": { "id": "kommuner", "name": "Kommunerna", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "municipalities": { "path": "municipalities.csv" } },
              "municipalities": {}
            }
            """,
        ["register.json"] = """
            {
              "kind": "units",
              "source": { "id": "registret", "name": "Registret", "publisher": "Institutet", "credit": "Källa: Institutet" },
              "files": { "units": { "path": "units.csv" } },
              "units": {
                "facts": [ { "id": "prov-barn", "column": "children", "name": "Antal barn", "kind": "count", "unit": "barn", "min": 0, "max": 500 } ]
              }
            }
            """,
        ["enkat.json"] = Survey,
        ["joined.json"] = Joined,
    };
}
