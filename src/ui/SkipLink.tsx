/** First on every page: past the header, straight to what the page is about. */
export const SkipLink = () => (
  <a class="skip" href="#main">
    Skip to main content
  </a>
)
