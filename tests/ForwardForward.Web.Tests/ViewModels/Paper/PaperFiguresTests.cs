using ForwardForward.Web.ViewModels.Paper;

namespace ForwardForward.Web.Tests.ViewModels.Paper;

public sealed class PaperFiguresTests
{
    [Fact]
    public void SeveralSeedsHaveMeanAndSpread() => Assert.Equal(new PaperFigures("1.40\u00a0%", "±\u00a00.10"), PaperFigures.Of([1.3, 1.4, 1.5]));

    [Fact]
    public void OneSeedHasNoSpread() => Assert.Equal(new PaperFigures("1.30\u00a0%", null), PaperFigures.Of([1.3]));

    [Fact]
    public void NothingIsADashAndNotZero() => Assert.Equal(new PaperFigures("–", null), PaperFigures.Of([]));
}
