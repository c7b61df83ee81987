import type { Claim } from "../../shared/api";
import { Takeaway } from "./Takeaway";

interface Props {
  claims: readonly Claim[];
  writing: boolean;
}

/** The takeaways, numbered. */
export function Takeaways({ claims, writing }: Props) {
  return (
    <ol class="takeaways">
      {claims.map((claim, index) => (
        <Takeaway
          key={index}
          claim={claim}
          part={`takeaways/${index}`}
          writing={writing && index === claims.length - 1}
        />
      ))}
    </ol>
  );
}
