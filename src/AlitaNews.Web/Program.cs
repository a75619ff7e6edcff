using System.Text;

Console.WriteLine("e\u0301".Normalize(NormalizationForm.FormC).Length);
Console.WriteLine("ÀÉ".ToLowerInvariant());
