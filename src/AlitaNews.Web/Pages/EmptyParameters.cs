using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AlitaNews.Web.Pages;

/// <summary>Lets an action see that a parameter was given without a value: <c>?page=</c> names no page, which is not the same as the first one.</summary>
public sealed class EmptyParameters : IDisplayMetadataProvider
{
    /// <inheritdoc/>
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}
