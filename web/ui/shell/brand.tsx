import { tokens } from '@fluentui/react-components';

/** The mark: three entries of a ledger. */
export function Brand({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden>
      <rect width="20" height="20" rx="5" fill={tokens.colorBrandBackground} />
      <path
        d="M5 6.5h10M5 10h7M5 13.5h10"
        stroke={tokens.colorNeutralForegroundOnBrand}
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
